import answer from '#exercise/05-dml/36-longer-than-most.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  tables: 'empty',
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('lists the messages above the average', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'a', '2025-03-01 08:01:00'), (7001, 'user', 'ccccc', '2025-03-01 08:01:00'), (7001, 'user', 'bb', '2025-03-01 08:01:00'), (7001, 'ai', 'ddddddddd', '2025-03-01 08:01:00'), (7000, 'ai', 'eeee', '2025-03-01 08:01:00')`)

test('leaves out those exactly as long as the average', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', '', '2025-03-01 08:01:00'), (7000, 'ai', 'bbbb', '2025-03-01 08:01:00'), (7000, 'user', 'ccccc', '2025-03-01 08:01:00'), (7000, 'ai', 'd      ', '2025-03-01 08:01:00')`)

test('counts characters, not bytes', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'ёё', '2025-03-01 08:01:00'), (7000, 'ai', 'abc', '2025-03-01 08:01:00'), (7000, 'user', 'a', '2025-03-01 08:01:00'), (7000, 'ai', 'ёёёё', '2025-03-01 08:01:00'), (7000, 'ai', '🎄🎄', '2025-03-01 08:01:00');
${manyRows('messages (conversation_id, sender, content)', "7000, 'user', 'abc'")}`)
