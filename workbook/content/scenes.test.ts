import { expect, test } from 'vitest'
import { findScene, parseScenes, parseScript } from './scenes.ts'

const script = [
  'levels: READ COMMITTED, SERIALIZABLE',
  'timeout: 2',
  'setup: CREATE TABLE t (id INT)',
  'A: SELECT * FROM t',
  '  guess none | 1, a',
  '  SERIALIZABLE = waits, then none',
  '  = none',
  '  anomaly 1, a',
  'B: COMMIT',
].join('\n')

test('a scene is read from a page, whatever is around it', () => {
  const page = `# T\n\n::: quiz\nx\n:::\n\n::: scene one Its title\nText.\n\n\`\`\`scene\n${script}\n\`\`\`\n:::\n\n::: scene two Another\n\`\`\`scene\nA: BEGIN\n\`\`\`\n:::\n`
  const [one, two] = parseScenes(page)
  expect(one).toEqual({
    name: 'one',
    title: 'Its title',
    levels: ['READ COMMITTED', 'SERIALIZABLE'],
    timeout: 2,
    setup: ['CREATE TABLE t (id INT)'],
    steps: [
      {
        session: 'A',
        sql: 'SELECT * FROM t',
        guesses: ['none', '1, a'],
        claims: [{ level: 'SERIALIZABLE', result: 'waits, then none' }, { result: 'none' }],
        anomaly: '1, a',
      },
      { session: 'B', sql: 'COMMIT', guesses: [], claims: [] },
    ],
  })
  expect(two).toMatchObject({ name: 'two', levels: ['REPEATABLE READ'], timeout: 50 })
})

test.each(['D: BEGIN', '  = before any statement', 'A: BEGIN\n  expects 1', 'A BEGIN'])(
  'a line that means nothing is refused: %s',
  (line) => {
    expect(() => parseScript(line)).toThrow('means nothing')
  },
)

test('a level that does not exist is refused', () => {
  expect(() => parseScript('levels: SNAPSHOT')).toThrow('SNAPSHOT')
})

test('a scene is found by page and name alone, and a page only by its name', () => {
  expect(findScene('06-connection', 'lost-update', 'ru')?.steps.length).toBeGreaterThan(5)
  for (const page of ['../README', '06-connection.md', '', 7, null]) {
    expect(findScene(page, 'lost-update', 'en'), String(page)).toBeUndefined()
  }
  expect(findScene('06-connection', '__proto__', 'en')).toBeUndefined()
})
