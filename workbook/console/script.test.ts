import { expect, test } from 'vitest'
import { splitStatements } from '../content/sql-statements.ts'
import { readScript } from './script.ts'

test('statements end at a semicolon, \\g or \\G, and know where they are', () => {
  const script = "SELECT ';';\n  SHOW CREATE TABLE messages\\G\n\nSELECT 2\\g SELECT 3"
  expect(readScript(script)).toEqual([
    { kind: 'statement', sql: "SELECT ';'", offset: 0, vertical: false },
    { kind: 'statement', sql: 'SHOW CREATE TABLE messages', offset: 14, vertical: true },
    { kind: 'statement', sql: 'SELECT 2', offset: 44, vertical: false },
    { kind: 'statement', sql: 'SELECT 3', offset: 55, vertical: false },
  ])
  for (const { sql, offset } of readScript(script)) {
    expect(script.slice(offset, offset + sql.length)).toBe(sql)
  }
})

test("the client's own words need no semicolon, alone on a line and at the beginning only", () => {
  const script = 'USE ai_chat_db\nstatus;\nSHOW TABLES;\nexit\nSELECT\nexit\nFROM t;\\s \\h \\q'
  expect(readScript(script).map(({ kind, sql }) => [kind, sql])).toEqual([
    ['statement', 'USE ai_chat_db'],
    ['status', 'status;'],
    ['statement', 'SHOW TABLES'],
    ['exit', 'exit'],
    ['statement', 'SELECT\nexit\nFROM t'],
    ['status', '\\s'],
    ['help', '\\h'],
    ['exit', '\\q'],
  ])
})

test('\\u is USE, and \\c forgets what comes before it', () => {
  expect(sqlOf('\\u other\nSELECT wrong \\c\nSELECT 1;')).toEqual(['USE other', 'SELECT 1'])
  expect(sqlOf('USE `odd name`\nUSE a; SHOW TABLES;')).toEqual([
    'USE `odd name`',
    'USE a',
    'SHOW TABLES',
  ])
})

test('DELIMITER lets a procedure hold semicolons', () => {
  const procedure = 'CREATE PROCEDURE p()\nBEGIN\n  SELECT 1;\n  SELECT 2;\nEND'
  expect(sqlOf(`DELIMITER //\n${procedure}//\nDELIMITER ;\nCALL p();`)).toEqual([
    procedure,
    'CALL p()',
  ])
  expect(sqlOf(`DELIMITER $$\n${procedure}$$\ndelimiter ;\nCALL p(); -- done`)).toEqual([
    procedure,
    'CALL p()',
  ])
})

test('a letter with a backslash inside a string, a name or a comment is not a command', () => {
  const statements = ["SELECT 'a\\G;b'", 'SELECT `\\q`', '/* \\c ; */ SELECT 1', '# \\s\nSELECT 2']
  expect(sqlOf(statements.join(';\n'))).toEqual(statements)
})

test('without client commands it splits where splitStatements does', () => {
  const pieces = [
    "'a''b;'",
    '"x\\";"',
    '`;`',
    '-- ; \n',
    '/* ; */',
    '/*! ; */',
    '#;\n',
    '5--2',
    ';',
    ' ',
  ]
  for (const a of pieces) {
    for (const b of pieces) {
      for (const c of pieces) {
        const script = `SELECT ${a} ${b};${c} ${a}`
        expect(sqlOf(script), script).toEqual(splitStatements(script))
      }
    }
  }
})

// --- internal ---

function sqlOf(script: string): string[] {
  return readScript(script).map(({ sql }) => sql)
}
