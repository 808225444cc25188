import answer from '#exercise/05-dml/39-silence-the-ai.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (70001, 'Room 70001', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (17000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test("deletes the AI's messages of this conversation", () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'ai', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'b', '2025-03-01 08:01:00'), (7001, 'ai', 'c', '2025-03-01 08:01:00'), (7001, 'ai', 'a', '2025-03-01 08:01:00'), (70001, 'ai', 'd', '2025-03-01 08:01:00'), (17000, 'ai', 'e', '2025-03-01 08:01:00')`)

test('keeps what the user said', () => `UPDATE conversations SET is_archived = TRUE, updated_at = updated_at WHERE id = 7000;
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'b', '2025-03-01 08:01:00'), (7000, 'user', 'b', '2025-03-01 08:01:00'), (7001, 'user', 'c', '2025-03-01 08:01:00');
${manyRows('messages (conversation_id, sender, content)', "7000, 'ai', n", 120)}`)

test('deletes nothing where the AI was silent', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-03-01 08:01:00'), (7001, 'ai', 'b', '2025-03-01 08:01:00')`)
