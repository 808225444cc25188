import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerBench, keysOf, toldBy } from '../testing/check-answer.ts'
import { faultTable } from '../testing/fault-table.ts'

// Whatever is in place of a student's file, the verdict says what it is.

const tells = faultTable()
const bench = answerBench()
const { solution } = bench

const files = {
  'a folder in its place': [() => mkdirSync(bench.file), 'finding.file-folder'],
  'a link to nowhere in its place': [() => symlinkSync('nowhere', bench.file), 'finding.no-file'],
  'fifty megabytes of text': [
    () => writeFileSync(bench.file, 'x'.repeat(50_000_000)),
    'finding.file-large',
  ],
  'a text in UTF-16': [
    () => writeFileSync(bench.file, `\uFEFF${solution}`, 'utf16le'),
    'finding.file-no-text',
  ],
} as const satisfies Record<string, [() => void, string]>

for (const [fault, [make, key]] of Object.entries(files)) {
  test(`${fault} is explained in one sentence`, async () => {
    rmSync(bench.file, { recursive: true, force: true })
    make()
    const { verdict, code, stderr } = await bench.check()
    rmSync(bench.file, { recursive: true, force: true })
    const { status } = verdict
    expect({ status, keys: keysOf(verdict), code, stderr }).toEqual({
      status: 'crashed',
      keys: [key],
      code: 1,
      stderr: '',
    })
    tells(toldBy(verdict))
  })
}

test('a byte order mark and Windows line endings make no difference', async () => {
  writeFileSync(bench.file, `\uFEFF${solution.replaceAll('\n', '\r\n')}`)
  const { verdict, code } = await bench.check()
  expect({ status: verdict.status, code }).toEqual({ status: 'passed', code: 0 })
  tells(toldBy(verdict))
})

test('a deleted file is named, with the command that brings it back', async () => {
  rmSync(bench.file, { force: true })
  const { verdict, code } = await bench.check()
  expect({ status: verdict.status, keys: keysOf(verdict), code }).toEqual({
    status: 'crashed',
    keys: ['finding.no-file'],
    code: 1,
  })
  tells(toldBy(verdict))
})

// Root may read everything.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file without the right to read it is told, with the reason',
  async () => {
    writeFileSync(bench.file, solution)
    chmodSync(bench.file, 0)
    const { verdict, code } = await bench.check()
    chmodSync(bench.file, 0o600)
    expect({ keys: keysOf(verdict), code }).toEqual({ keys: ['finding.file-unreadable'], code: 1 })
    tells(toldBy(verdict))
  },
)
