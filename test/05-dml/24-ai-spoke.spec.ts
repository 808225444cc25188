import answer from '#exercise/05-dml/24-ai-spoke.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('lists each one once')

test('lists it once, however much the AI has said', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'ai', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'b', '2025-03-01 08:01:00'), (7000, 'user', 'c', '2025-03-01 08:01:00'), (7001, 'user', 'd', '2025-03-01 08:01:00')`)

test('leaves out those in which only the user has spoken', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'user', 'a', '2025-03-01 08:01:00'), (7001, 'user', 'b', '2025-03-01 08:01:00')`)

test('lists those in which only the AI has spoken', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'ai', '', '2025-03-01 08:01:00');
${manyRows('conversations (id, title)', "10000 + n, 'many'")};
INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', id FROM conversations WHERE id > 10000`)
