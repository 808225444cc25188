import answer from '#exercise/06-connection/25-hold-the-row.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  // Which rows are unlocked.
  throughout: `(SELECT 'conversations' AS \`table\`, id FROM conversations FOR UPDATE SKIP LOCKED)
    UNION ALL (SELECT 'messages', id FROM messages FOR UPDATE SKIP LOCKED)`,
  afterwards: [
    'SELECT id FROM conversations WHERE id IN (7001, 7002) ORDER BY id FOR UPDATE SKIP LOCKED',
  ],
  // Somebody else was faster: the script waits.
  held: "UPDATE conversations SET title = 'Not yet' WHERE id = 7001",
  leaves: ['@@autocommit'],
})

test('holds the row until the commit', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00')`)

test('holds it whatever its title is', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Rename my cat', 1, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00')`)

test('leaves its messages free', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, '', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'user', 'Free', '2025-03-01 08:00:00')`)
