import answer from '#exercise/04-ddl/23-add-column.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  afterwards: [
    `INSERT INTO conversations (id, title) VALUES (50001, 'left out')`,
    `SELECT title, pinned FROM conversations WHERE id = 50001`,
    `SELECT title FROM conversations WHERE title = 'LEFT out'`,
    `UPDATE conversations SET pinned = NULL WHERE id = 50001`,
  ],
})

test('adds the column and keeps every row')

test('works on an empty table too', () => 'DELETE FROM conversations')

test('leaves archived conversations unpinned', () =>
  'UPDATE conversations SET is_archived = TRUE, updated_at = updated_at')
