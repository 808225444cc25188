import answer from '#exercise/05-dml/33-busy-ones.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('lists the conversations with more than three messages')

test('leaves out conversations with exactly three', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'b', '2025-03-01 08:01:00'), (7000, 'user', 'c', '2025-03-01 08:01:00'), (7001, 'user', 'a', '2025-03-01 08:01:00'), (7001, 'ai', 'b', '2025-03-01 08:01:00'), (7001, 'user', 'c', '2025-03-01 08:01:00'), (7001, 'ai', 'd', '2025-03-01 08:01:00')`)

test('counts what was said twice as two', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'Hm.', '2025-03-01 08:01:00'), (7000, 'user', 'Hm.', '2025-03-01 08:01:00'), (7000, 'user', 'Hm.', '2025-03-01 08:01:00'), (7000, 'user', '', '2025-03-01 08:01:00');
${manyRows('messages (conversation_id, sender, content)', "7001, 'ai', n")};
${manyRows('conversations (id, title)', "10000 + n, 'many'")};
INSERT INTO messages (conversation_id, sender, content)
  SELECT c.id, 'ai', four.n FROM conversations c JOIN (VALUES ROW(1), ROW(2), ROW(3), ROW(4)) AS four (n) WHERE c.id > 10000`)
