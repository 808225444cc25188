import answer from '#exercise/05-dml/20-add-row.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('adds one message from the AI')

test('leaves what was said before', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'Wait a moment.', '2025-03-01 08:01:00'), (7000, 'ai', 'I wait.', '2025-03-01 08:02:00')`)

test('adds it even if the same was said before', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'ai', 'Ready when you are.', '2025-03-01 08:01:00'), (7000, 'ai', 'Gone', '2025-03-01 08:01:00');
DELETE FROM messages WHERE content = 'Gone'`)

test('lets the server reject it when there is no such conversation', () =>
  'DELETE FROM conversations WHERE id = 7000')
