import { expect, test } from 'vitest'
import { mutateSql } from './mutate-sql.ts'
import { mutate } from './mutate.ts'

const answer = (body: string) => `export async function work(connection, title) {\n  ${body}\n}\n`

/** The changed function's body in each mutant of this kind. */
function changed(body: string, what: string): string[] {
  const [before, after] = answer(body).split(body) as [string, string]
  return mutate(answer(body))
    .filter((mutant) => mutant.what === what)
    .map(({ source }) => source.slice(before.length, -after.length))
}

const sql = (text: string) => `return connection.query(\`${text}\`)`

const cases: [what: string, before: string, ...after: string[]][] = [
  ['await dropped', 'await work()', 'work()'],
  ['catch emptied', 'try { a() } catch { b() }', 'try { a() } catch {}'],
  ['finally dropped', 'try { a() } finally { b() }', '{ a() }'],
  ['call dropped', 'c.release()', ';'],
  ['call doubled', 'c.release()', '{ c.release(); c.release() }'],
  ['condition always true', 'if (a) b()', 'if (true) b()'],
  ['comparison moved', 'return a < b', 'return a <= b'],
  ['number moved', 'return 1', 'return 2', 'return 0'],
  ['text emptied', "return 'missing'", "return ''"],
  ['operator exchanged', 'return a ?? b', 'return a || b', 'return a && b'],
  ['toReversed dropped', 'return rows.toReversed()', 'return rows'],
  ['copy dropped', 'return [...rows]', 'return rows'],
  ['throw dropped', 'throw error', ';'],
  ['flag dropped', 'return /a/g', 'return /a/'],
  ['character dropped', 'return /[%_]/', 'return /[_]/', 'return /[%]/'],
  ['value concatenated', "c.query('SELECT ?', [title])", "c.query(`SELECT '${title}'`, [])"],
]

const sqlCases: typeof cases = [
  ['condition dropped', 'DELETE FROM t WHERE id = ?', 'DELETE FROM t WHERE (id = ? OR TRUE)'],
  ['condition negated', 'DELETE FROM t WHERE id = ?', 'DELETE FROM t WHERE NOT (id = ?)'],
  ['AND and OR exchanged', 'DELETE FROM t WHERE a AND b', 'DELETE FROM t WHERE a OR b'],
  ['AND and OR exchanged', 'DELETE FROM t WHERE a BETWEEN b AND c'],
  [
    'LEFT JOIN exchanged for JOIN',
    'SELECT 1 FROM a LEFT JOIN b ON c',
    'SELECT 1 FROM a JOIN b ON c',
  ],
  [
    'key dropped',
    'SELECT a FROM t ORDER BY a, b',
    'SELECT a FROM t ORDER BY b',
    'SELECT a FROM t ORDER BY a',
  ],
  ['direction turned', 'SELECT a FROM t ORDER BY a DESC', 'SELECT a FROM t ORDER BY a ASC'],
  ['LIMIT dropped', 'SELECT a FROM t LIMIT 2', 'SELECT a FROM t '],
  [
    '= exchanged for REGEXP',
    'SELECT a FROM t WHERE title = ?',
    'SELECT a FROM t WHERE title REGEXP ?',
  ],
  ['= exchanged for REGEXP', 'SELECT a FROM t WHERE id = ?'],
  ['< exchanged for <=', 'DELETE FROM t WHERE a < 1', 'DELETE FROM t WHERE a <= 1'],
  [
    'ESCAPE dropped',
    "SELECT a FROM t WHERE a LIKE ? ESCAPE '|'",
    'SELECT a FROM t WHERE a LIKE ? ',
  ],
  ['FOR dropped', 'SELECT a FROM t FOR UPDATE', 'SELECT a FROM t '],
  ['column dropped', 'SELECT a, b FROM t', 'SELECT b FROM t', 'SELECT a FROM t'],
  [
    'definition dropped',
    'CREATE TABLE t (a INT, b TEXT)',
    'CREATE TABLE t (b TEXT)',
    'CREATE TABLE t (a INT)',
  ],
  ['COALESCE dropped', 'SELECT COALESCE(a, 0) FROM t', 'SELECT a FROM t'],
  ['COUNT(*)', 'SELECT COUNT(id) FROM t', 'SELECT COUNT(*) FROM t'],
  ['MIN exchanged for MAX', 'SELECT MIN(a) FROM t', 'SELECT MAX(a) FROM t'],
]

for (const [what, before, ...after] of cases)
  test(`${what}: ${before}`, () => expect(changed(before, what)).toEqual(after))

for (const [what, before, ...after] of sqlCases)
  test(`${what}: ${before}`, () => expect(changed(sql(before), what)).toEqual(after.map(sql)))

test('what is filled into a statement is one word', () => {
  const before = sql('SELECT a FROM t ORDER BY ${column} DESC')
  expect(changed(before, 'direction turned')).toEqual([
    sql('SELECT a FROM t ORDER BY ${column} ASC'),
  ])
})

test('a mutant that equals a right answer, the answer or another mutant is left out', () => {
  const sources = mutate(answer('return a < b'), [answer('return  a <= b // right')])
  expect(sources.map(({ source }) => source)).not.toContain(answer('return a <= b'))
  const all = mutate(answer('if (a === b) return 1')).map(({ source }) => source)
  expect(new Set(all).size).toBe(all.length)
})

test('the example at the end stays as it is', () => {
  expect(mutate("await practise(import.meta, async () => console.log('x', 1))\n")).toEqual([])
})

test("a drill's script loses conditions and statements, its comments stay, and a ; at the end means nothing", () => {
  const script =
    '-- Both.\nUPDATE conversations SET title = DEFAULT WHERE id = 3;\nSELECT id FROM messages'
  const made = mutateSql(script, ['UPDATE conversations SET title = DEFAULT WHERE id = 3;'])
  const sources = made.map(({ source }) => source)
  expect(sources).toContain('-- Both.\n;\nSELECT id FROM messages')
  expect(sources).toContain(script.replace('id = 3', 'id = 4'))
  // The other half is one of the right answers.
  expect(sources.filter((source) => !source.includes('messages'))).toEqual([])
  expect(sources.every((source) => source.startsWith('-- Both.'))).toBe(true)
})
