import answer from '#exercise/04-ddl/25-better-name.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer)

test('renames the column and keeps every time')

test('works on an empty table too', () => `DELETE FROM messages`)

test('keeps a time from today as well', () => `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7001, 'today', '2025-03-01 08:00:00', '2025-03-01 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES (7001, 7001, 'user', 'today', '2038-01-01 08:00:00')`)
