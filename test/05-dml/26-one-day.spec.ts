import answer from '#exercise/05-dml/26-one-day.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('lists the messages of that day, and of no other', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-06-30 12:00:00'), (7000, 'user', 'b', '2025-07-01 12:00:00'), (7000, 'user', 'c', '2025-07-02 12:00:00'), (7000, 'ai', 'd', '2025-07-01 12:00:00'), (7000, 'user', 'e', '2024-07-01 12:00:00'), (7000, 'user', 'f', '2026-07-01 12:00:00'), (7000, 'user', 'g', '2025-06-01 12:00:00'), (7000, 'user', 'h', '2025-08-01 12:00:00'), (7000, 'user', 'i', '2025-01-07 12:00:00'), (7000, 'user', 'j', '2025-07-11 12:00:00')`)

test('the first second belongs to the day', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-06-30 23:59:59'), (7000, 'user', 'b', '2025-07-01 00:00:00')`)

test('the last second belongs to it, the next midnight does not', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-07-01 23:59:59'), (7000, 'user', 'b', '2025-07-02 00:00:00');
${manyRows('messages (conversation_id, sender, content, timestamp)', "7000, 'user', n, '2025-07-01 12:00:00' + INTERVAL n SECOND")}`)
