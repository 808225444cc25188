import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderMarkdown } from './markdown.ts'

beforeEach(() => void vi.stubEnv('NO_COLOR', '1'))
afterEach(() => void vi.unstubAllEnvs())

test('a paragraph is wrapped at spaces, and a code span is kept in one piece', () => {
  const text = renderMarkdown('One two three\nfour `SELECT * FROM t` five.', { width: 20 })
  expect(text).toBe('One two three four\n`SELECT * FROM t`\nfive.')
})

test('a fence is shown as it is', () => {
  const markdown =
    'See:\n\n```sql\nSELECT *\n  FROM `a_b`  -- **not bold**\n\nLIMIT 1\n```\n\nDone.'
  const code = '    SELECT *\n      FROM `a_b`  -- **not bold**\n\n    LIMIT 1'
  expect(renderMarkdown(markdown)).toBe(`See:\n\n${code}\n\nDone.`)
})

test('links become their words, and their address when it leads out of the workbook', () => {
  expect(
    renderMarkdown('See [the *next* lesson](./05-dml#insert) and [`EXPLAIN`](https://a.b/c).'),
  ).toBe('See the next lesson and `EXPLAIN` (https://a.b/c).')
})

test('the items of a list stay together, with their lines under one another', () => {
  expect(renderMarkdown('- one two three four\n- **five**\n\n10. six', { width: 12 })).toBe(
    '- one two\n  three four\n- five\n10. six',
  )
})

test('names with underscores and stars in code stay what they are', () => {
  expect(renderMarkdown('`snake_case` and snake_case_name, 2 * 3 * 4, `SELECT *`')).toBe(
    '`snake_case` and snake_case_name, 2 * 3 * 4, `SELECT *`',
  )
})

test('what only a page can show is left out', () => {
  expect(renderMarkdown('Before.\n\n<<< ../solutions/a.ts#b\n\n<Panel id="x" />\n\nAfter.')).toBe(
    'Before.\n\nAfter.',
  )
})

test('every line is indented, except an empty one', () => {
  expect(renderMarkdown('One.\n\nTwo.', { indent: '  ' })).toBe('  One.\n\n  Two.')
})
