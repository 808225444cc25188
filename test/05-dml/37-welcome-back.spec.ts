import answer from '#exercise/05-dml/37-welcome-back.sql'
import { drill, manyRows } from '#support'

// With this index the server finds the conversations in the order of their titles.
const test = drill(import.meta.url, answer, {
  prepare: 'CREATE INDEX conversations_by_title ON conversations (is_archived, title)',
})

test('adds one message to each conversation that is not archived')

test('adds one where nobody has written yet', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'new', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'put away', 1, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7003, 'new', 0, '2025-02-01 08:00:00', '2025-03-01 08:00:00');
${manyRows('conversations (title, created_at)', "n, '2025-03-01 08:00:00' - INTERVAL n DAY", 120)}`)

test('goes by is_archived, not by the title', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'archived', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'active', 1, '2025-03-01 08:00:00', '2025-03-01 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'ai', 'Welcome back!', '2025-03-01 08:01:00'), (7001, 'ai', 'Gone', '2025-03-01 08:01:00');
DELETE FROM messages WHERE content = 'Gone'`)
