import { expect, test } from 'vitest'
import { followTour } from './tour.ts'

const insert = "INSERT INTO conversations (title) VALUES ('salt and pepper')"
const remove = 'deletes the added row and no other'

function follow(...sent: string[]): string[] {
  const statements = sent.map((sql) => ({ thread: 1, command: 'Query', sql }))
  return [...followTour(statements, 'practice').taken]
}

const shapes = {
  'lists the databases of the server': [
    'SHOW DATABASES',
    'show  schemas;',
    "SHOW DATABASES LIKE 'a%'",
  ],
  'makes ai_chat_db the current database': ['USE practice', 'use `practice`;'],
  'lists the tables of the database': ['SHOW TABLES', 'show tables from practice'],
  'describes the columns of a table': [
    'DESCRIBE conversations',
    'desc `practice`.`messages`',
    'EXPLAIN messages',
    'SHOW COLUMNS FROM conversations',
  ],
  'shows the CREATE TABLE of a table': ['SHOW CREATE TABLE messages'],
  'reads all rows of conversations': [
    '/* all */ SELECT *\nFROM conversations -- it is short\nLIMIT 0, 200',
  ],
  'looks at the row before it is deleted': ["SELECT id FROM conversations WHERE title = 'x'"],
}

for (const [step, statements] of Object.entries(shapes)) {
  for (const sql of statements) {
    test(`${JSON.stringify(sql)} is the step "${step}" alone`, () => {
      expect(follow(sql)).toEqual([step])
    })
  }
}

for (const sql of [
  'SHOW FULL TABLES',
  'USE other',
  'EXPLAIN SELECT * FROM conversations',
  "SELECT 'SHOW TABLES'",
  '-- SHOW TABLES',
]) {
  test(`${JSON.stringify(sql)} is no step`, () => expect(follow(sql)).toEqual([]))
}

for (const condition of ["title = 'salt and pepper'", 'id = 5', 'id = LAST_INSERT_ID() LIMIT 1']) {
  test(`the added row is deleted by ${condition}`, () => {
    expect(follow(insert, `DELETE FROM conversations WHERE ${condition}`)).toContain(remove)
  })
}

for (const condition of [
  'id = 3',
  'id > 4',
  "title = 'other'",
  "title = 'salt and pepper' OR 1",
  '1',
]) {
  test(`the added row alone is not named by ${condition}`, () => {
    expect(follow(insert, `DELETE FROM conversations WHERE ${condition}`)).not.toContain(remove)
  })
}

test('nothing is deleted that was not added, unless that is remembered', () => {
  const statement = { thread: 1, command: 'Query', sql: 'DELETE FROM conversations WHERE id = 5' }
  expect(followTour([statement], 'practice').taken).toEqual(new Set())
  const before = ['adds a conversation']
  expect(followTour([statement], 'practice', before).taken).toEqual(new Set([remove]))
})
