import answer from '#exercise/06-connection/24-news-each-time.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  // What the other session commits, what it does not, whether it sees the message too early, and how many rows it could change.
  between: `ROLLBACK;
    INSERT INTO messages (conversation_id, sender, content) VALUES (7002, 'user', 'Committed');
    SELECT (SELECT COUNT(*) FROM messages WHERE content = 'Mine') AS n, COUNT(*) AS unlocked
      FROM (SELECT id FROM messages FOR UPDATE SKIP LOCKED) AS m;
    START TRANSACTION;
    INSERT INTO messages (conversation_id, sender, content) VALUES (7002, 'user', 'Draft')`,
  afterwards: ['ROLLBACK', "SELECT COUNT(*) AS n FROM messages WHERE content = 'Mine'"],
  leaves: ['@@transaction'],
})

test('counts what was committed in between', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00')`)

test('works when there was none before', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
DELETE FROM messages`)

test('works when the same thing was said before', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'user', 'Mine', '2025-03-01 08:00:00')`)
