import { expect, test } from 'vitest'
import type { Statement } from '../../workbook/verdict.ts'
import { judgeElsewhere } from './elsewhere.ts'

const lent = { schemas: ['chat_s_5_1_0_1', 'chat_s_5_1_0_2'], practice: 'chat' }
const keyOf = (sql: string, more: Partial<Statement> = {}, allowed: string[] = []) =>
  judgeElsewhere([{ thread: 1, command: 'Query', sql, ...more }], lent, allowed)?.failure.finding
    .key

test.each([
  'DELETE FROM chat.messages',
  'insert into `chat`.`messages` () values ()',
  'UPDATE chat_s_5_1_0_12.messages SET content = 1',
  'DROP DATABASE chat_s_6_1_0_1',
  'ALTER DATABASE `chat` CHARACTER SET latin1',
  '/* tidy up */ DELETE FROM chat.messages',
  'WITH old AS (SELECT 1 AS id) DELETE FROM chat.messages WHERE id IN (SELECT id FROM old)',
])('tells of a change elsewhere: %s', (sql) => {
  expect(keyOf(sql)).toBe('finding.changes-elsewhere')
})

test.each([
  'CREATE TABLE helper (id INT)',
  ' alter table messages add index (timestamp)',
  '-- first\nDROP TABLE messages',
  '/*!50000 DROP TABLE messages */',
])('tells of another structure unless that is the task: %s', (sql) => {
  expect(keyOf(sql)).toBe('finding.changes-structure')
  expect(keyOf(sql, {}, ['DDL'])).toBeUndefined()
})

test.each([
  "INSERT INTO conversations (title) VALUES ('chat'), ('O''chat.x')",
  'DELETE FROM chat_s_5_1_0_2.messages',
  'SELECT * FROM chat.messages',
  'CREATE TEMPORARY TABLE helper (id INT)',
  'DROP PREPARE statement',
  'DELETE FROM messages /* not those of chat.messages */',
  'UPDATE messages SET content = CONCAT(content, chatter)',
])('lets through what stays where it may: %s', (sql) => {
  expect(keyOf(sql)).toBeUndefined()
})

test.each([
  ['Query', 'USE chat', 'DELETE FROM messages', 'finding.changes-elsewhere'],
  ['Query', ' use `chat_s_6_1_0_1`', 'DROP TABLE messages', 'finding.changes-elsewhere'],
  ['Init DB', 'chat', 'DELETE FROM messages', 'finding.changes-elsewhere'],
  ['Query', 'USE chat', 'SELECT * FROM messages', undefined],
  ['Query', 'USE chat_s_5_1_0_2', 'DELETE FROM messages', undefined],
])('knows which database was chosen: %s %s, %s', (command, chosen, sql, key) => {
  const statements = [
    { thread: 1, command, sql: chosen },
    { thread: 1, command: 'Query', sql },
  ]
  expect(judgeElsewhere(statements, lent, [])?.failure.finding.key).toBe(key)
  const elsewhere = [{ ...statements[0]!, thread: 2 }, statements[1]!]
  expect(judgeElsewhere(elsewhere, lent, ['DDL'])).toBeUndefined()
})

test("lets the spec's own statements and those that only were prepared through", () => {
  expect(keyOf('DROP TABLE messages', { byTest: true })).toBeUndefined()
  expect(keyOf('DROP TABLE messages', { command: 'Prepare' })).toBeUndefined()
})
