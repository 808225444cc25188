import answer from '#exercise/04-ddl/24-longer-titles.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  afterwards: [
    "INSERT INTO conversations (id, title) VALUES (50001, REPEAT('x', 500))",
    'INSERT INTO conversations (id) VALUES (50002)',
    'SELECT title FROM conversations WHERE id = 50002',
    'INSERT INTO conversations (id, title) VALUES (50003, NULL)',
    "INSERT INTO conversations (id, title) VALUES (50004, 'Ёлка 🎄')",
    "SELECT title FROM conversations WHERE title = 'ёлка 🎄'",
  ],
})

test('makes the titles longer and keeps every row')

test('works on an empty table too', () => `DELETE FROM conversations`)

test('keeps the longest title', () =>
  `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7001, REPEAT('ё', 255), '2025-03-01 08:00:00', '2025-03-01 08:00:00')`)
