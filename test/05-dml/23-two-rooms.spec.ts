import answer from '#exercise/05-dml/23-two-rooms.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Room 7002', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7005, 'Room 7005', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7009, 'Room 7009', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (6999, 'Room 6999', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (17000, 'Room 17000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (70001, 'Room 70001', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (1, 'Room 1', '2025-03-01 08:00:00', '2025-03-01 08:00:00'); UPDATE conversations SET is_archived = TRUE, updated_at = updated_at WHERE id = 7001`,
})

test("finds the user's messages in both", () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-03-01 08:01:00'), (7001, 'user', 'b', '2025-03-01 08:01:00'), (7002, 'user', 'c', '2025-03-01 08:01:00'), (6999, 'user', 'd', '2025-03-01 08:01:00'), (7005, 'user', 'i', '2025-03-01 08:01:00'), (7009, 'user', 'j', '2025-03-01 08:01:00'), (17000, 'user', 'e', '2025-03-01 08:01:00'), (70001, 'user', 'f', '2025-03-01 08:01:00'), (1, 'user', 'g', '2025-03-01 08:01:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES (7000, 7002, 'user', 'h', '2025-03-01 08:01:00')`)

test('leaves out what the AI said, in either of them', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'ai', 'a', '2025-03-01 08:01:00'), (7001, 'ai', 'b', '2025-03-01 08:01:00'), (7001, 'user', 'c', '2025-03-01 08:01:00'), (7001, 'user', 'c', '2025-03-01 08:01:00'), (7001, 'user', 'a', '2025-03-01 08:01:00'), (7001, 'user', '', '2025-03-01 08:01:00'), (7002, 'ai', 'd', '2025-03-01 08:01:00');
${manyRows('messages (conversation_id, sender, content)', "7000, 'user', n")}`)

test('finds nothing where the user was silent', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'ai', 'a', '2025-03-01 08:01:00'), (7001, 'ai', 'b', '2025-03-01 08:01:00'), (7000, 'user', 'c', '2025-03-01 08:01:00')`)
