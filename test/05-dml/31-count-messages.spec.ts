import answer from '#exercise/05-dml/31-count-messages.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('counts the messages of each conversation')

test('counts what was said twice as two', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'Hm.', '2025-03-01 08:01:00'), (7000, 'user', 'Hm.', '2025-03-01 08:01:00'), (7000, 'user', 'Hm.', '2025-03-01 08:01:00'), (7000, 'ai', 'Well.', '2025-03-01 08:01:00')`)

test('gives each conversation one row, however many people speak', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'b', '2025-03-01 08:01:00'), (7001, 'ai', '', '2025-03-01 08:01:00');
${manyRows('conversations (id, title)', "10000 + n, 'many'")};
INSERT INTO messages (conversation_id, sender, content) SELECT id, 'ai', id FROM conversations WHERE id > 10000`)
