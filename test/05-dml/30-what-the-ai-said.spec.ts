import answer from '#exercise/05-dml/30-what-the-ai-said.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('keeps the conversations without a message')

test('keeps those in which only the user has spoken, once each', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-03-01 08:01:00'), (7000, 'user', 'b', '2025-03-01 08:01:00')`)

test('gives a row for each message from the AI', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'ai', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'b', '2025-03-01 08:01:00'), (7000, 'ai', 'b', '2025-03-01 08:02:00'), (7000, 'ai', 'b', '2025-03-01 08:02:00'), (7000, 'user', 'c', '2025-03-01 08:01:00'), (7001, 'ai', '', '2025-03-01 08:01:00');
${manyRows('messages (conversation_id, sender, content)', "7001, 'ai', n")}`)
