import { expect, test } from 'vitest'
import { followTour } from './tour.ts'

const insert = "INSERT INTO conversations (title) VALUES ('salt and pepper')"
const look = 'looks at the row before it is deleted'
const remove = 'deletes the added row and no other'

function follow(...sent: string[]): string[] {
  const statements = sent.map((sql) => ({ thread: 1, command: 'Query', sql }))
  return [...followTour(statements, 'practice').taken]
}

const shapes = {
  'lists the databases of the server': ['SHOW DATABASES', 'show  schemas;'],
  'makes ai_chat_db the current database': ['USE practice', 'use `practice`;'],
  'lists the tables of the database': ['SHOW TABLES', 'show full tables from practice'],
  'describes the columns of a table': [
    'DESCRIBE conversations',
    'desc `practice`.`messages`',
    'EXPLAIN messages',
    'SHOW FULL COLUMNS FROM conversations',
  ],
  'shows the CREATE TABLE of a table': ['SHOW CREATE TABLE messages'],
  'reads all rows of conversations': [
    '/* all */ SELECT *\nFROM conversations -- it is short\nLIMIT 0, 200',
    'TABLE conversations ORDER BY id',
    'SELECT updated_at, created_at, is_archived, title, id FROM conversations',
    'SELECT conversations.* FROM practice.conversations',
    'SELECT c.* FROM conversations AS c',
    'SELECT c.id, c.title, c.created_at, updated_at, is_archived FROM conversations c ORDER BY c.id LIMIT 100',
  ],
}

for (const [step, statements] of Object.entries(shapes)) {
  for (const sql of statements) {
    test(`${JSON.stringify(sql)} is the step "${step}" alone`, () => {
      expect(follow(sql)).toEqual([step])
    })
  }
}

for (const sql of [
  "SHOW DATABASES LIKE 'a%'",
  "SHOW TABLES LIKE 'm%'",
  'SHOW TABLES FROM other',
  'DESCRIBE conversations title',
  'SELECT * FROM conversations LIMIT 3',
  'SELECT * FROM conversations ORDER BY id LIMIT 3',
  'SELECT * FROM conversations LIMIT 10 OFFSET 2',
  'SELECT title FROM conversations',
  'SELECT c.* FROM conversations AS c WHERE c.id > 1',
  'SELECT * FROM conversations c LIMIT 3',
  'SELECT * FROM conversations NATURAL JOIN messages',
  'INSERT INTO conversations (is_archived) VALUES (TRUE)',
  'INSERT INTO conversations () VALUES ()',
  "INSERT INTO conversations (title) VALUES ('Weekend in Kazan')",
  "SELECT * FROM conversations WHERE title = 'never added'",
  'USE other',
  'EXPLAIN SELECT * FROM conversations',
  "SELECT 'SHOW TABLES'",
  '-- SHOW TABLES',
]) {
  test(`${JSON.stringify(sql)} is not a step`, () => expect(follow(sql)).toEqual([]))
}

for (const condition of [
  "title = 'salt and pepper'",
  "title = 'Salt and Pepper'",
  "c.title LIKE 'salt%'",
  'id = 5',
  "id = '5'",
  'id >= 5',
  'id = 5 OR id = 6',
  'id > 1 AND title IN ("salt and pepper")',
  'id = LAST_INSERT_ID() LIMIT 1',
]) {
  test(`the added row is named by ${condition}`, () => {
    const looks = `SELECT * FROM conversations AS c WHERE ${condition}`
    expect(follow(insert, looks)).toContain(look)
    expect(follow(insert, `DELETE FROM conversations c WHERE ${condition}`)).toContain(remove)
  })
}

for (const condition of [
  'id = 3',
  'id > 3',
  'id > 0',
  'id < 9',
  "title = 'other'",
  "title <> ''",
  "title LIKE '%'",
  "title = 'salt and pepper' OR 1",
  "title = 'salt and pepper' OR id = 1",
  "created_at > '2025-02-07'",
  "id = 5 AND title = 'other'",
  '1',
]) {
  test(`the added row alone is not named by ${condition}`, () => {
    expect(follow(insert, `SELECT * FROM conversations WHERE ${condition}`)).not.toContain(look)
    expect(follow(insert, `DELETE FROM conversations WHERE ${condition}`)).not.toContain(remove)
  })
}

test('a title may be computed, and written in several ways', () => {
  const computed = "INSERT INTO conversations (title) VALUES (CONCAT('a', 'b'))"
  expect(follow(computed, "SELECT id FROM conversations WHERE title = 'ab'")).toContain(look)
  const quoted = "INSERT conversations SET title = 'It''s mine'"
  expect(follow(quoted, 'SELECT id FROM conversations WHERE title = "It\\\'s mine"')).toContain(
    look,
  )
})

test('a look comes after the row was added and before it is deleted', () => {
  const looks = 'SELECT * FROM conversations WHERE id = 5'
  const deletes = 'DELETE FROM conversations WHERE id = 5'
  expect(follow(looks, insert, deletes)).not.toContain(look)
  expect(follow(insert, deletes, looks)).not.toContain(look)
  expect(follow(insert, deletes, insert, looks)).toContain(look)
})

test('tables of another database are others', () => {
  expect(follow('USE other', 'SHOW TABLES', 'DESCRIBE conversations', insert)).toEqual([])
  const own = ['SHOW TABLES FROM practice', 'DESCRIBE practice.conversations']
  expect(follow('USE other', ...own)).toHaveLength(2)
  expect(follow('USE other', 'USE practice', 'SHOW TABLES')).toHaveLength(2)
})

test('nothing is deleted that was not added, unless that is remembered', () => {
  const statement = { thread: 1, command: 'Query', sql: 'DELETE FROM conversations WHERE id = 5' }
  expect(followTour([statement], 'practice').taken).toEqual(new Set())
  const before = ['adds a conversation']
  expect(followTour([statement], 'practice', before).taken).toEqual(new Set([remove]))
})
