import { expect, test } from 'vitest'
import { splitStatements } from './sql-statements.ts'

test('statements end at semicolons', () => {
  expect(splitStatements('SELECT 1; SELECT 2;\n')).toEqual(['SELECT 1', 'SELECT 2'])
})

test('a semicolon in a string, a name or a comment ends nothing', () => {
  const statements = [
    `SELECT 'a;b', "c;d", 'it''s;', 'x\\';y'`,
    'SELECT `a;b`',
    'SELECT 1 /* ; */ + 1 -- ;',
    'SELECT 2 # ;\n + 1',
  ]
  expect(splitStatements(statements.join(';\n'))).toEqual([
    statements[0],
    statements[1],
    // The comment runs to the end of its line and takes the semicolon with it.
    `${statements[2]};\n${statements[3]}`,
  ])
})

test('a script of comments contains no statement, but an executable comment is one', () => {
  expect(splitStatements('-- nothing\n# here\n/* at all */;')).toEqual([])
  expect(splitStatements('/*!50000 SELECT 1 */;')).toEqual(['/*!50000 SELECT 1 */'])
})

test('minus, division and an unclosed string are kept as they are', () => {
  expect(splitStatements("SELECT 4-1, 6/2, 5--2; SELECT 'open ;")).toEqual([
    'SELECT 4-1, 6/2, 5--2',
    "SELECT 'open ;",
  ])
})
