import { expect, test, vi } from 'vitest'
import { renderBytes } from './progress-bar.ts'

test('a fetch shows a bar, its sizes, and the time left once its speed is known', () => {
  vi.stubEnv('WORKBOOK_LANG', 'en')
  expect(renderBytes(0, 66e6, 100)).toBe('[░░░░░░░░░░░░░░░░░░░░] 0 of 66 MB')
  expect(renderBytes(33e6, 66e6, 4000)).toBe('[██████████░░░░░░░░░░] 33 of 66 MB, 4 s left')
  expect(renderBytes(66e6, 66e6, 8000)).toBe('[████████████████████] 66 of 66 MB')
  expect(renderBytes(5e6, undefined, 4000)).toBe('5 MB')
  vi.unstubAllEnvs()
})
