import answer from '#exercise/05-dml/21-count-characters.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('counts the characters of every message')

test('counts an emoji or a Cyrillic letter as one character', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'ёлка', '2025-03-01 08:01:00'), (7000, 'ai', '🎄🎄', '2025-03-01 08:01:00'), (7000, 'ai', 'e\u0301', '2025-03-01 08:01:00')`)

test('counts spaces, and nothing in an empty text', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', '  two  ', '2025-03-01 08:01:00'), (7000, 'ai', '', '2025-03-01 08:01:00'), (7000, 'ai', 'a\\r\\nb', '2025-03-01 08:01:00'), (7000, 'ai', REPEAT('ё', 30000), '2025-03-01 08:01:00');
${manyRows('messages (conversation_id, sender, content)', "7000, 'user', n")}`)
