import answer from '#exercise/05-dml/29-title-beside.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
})

test('puts the right title beside each message')

test('repeats a text as often as it was said', () => `INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'Hm.', '2025-03-01 08:01:00'), (7000, 'user', 'Hm.', '2025-03-01 08:01:00')`)

test("goes by conversation_id, not by the message's id", () => `INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  VALUES (7001, 7000, 'user', 'not of 7001', '2025-03-01 08:01:00'), (7002, 7000, 'ai', '', '2024-03-01 08:01:00');
${manyRows('messages (conversation_id, sender, content)', "7000, 'user', n", 300)}`)
