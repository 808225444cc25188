import answer from '#exercise/06-connection/23-same-number-twice.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  // The last ones are not tried when one before them is refused, so that no time is lost waiting. Two come and one goes.
  between: `SELECT COUNT(*) AS n FROM messages FOR UPDATE NOWAIT;
    SELECT COUNT(*) AS n FROM conversations FOR UPDATE NOWAIT;
    INSERT INTO messages (conversation_id, sender, content, timestamp)
      VALUES (7001, 'user', 'Me too', '2019-03-01 08:00:00'), (7001, 'user', 'And me', '2019-03-01 08:00:00');
    DELETE FROM messages ORDER BY id LIMIT 1`,
  leaves: ['@@transaction'],
})

test('gives the same number twice', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (conversation_id, sender, content) VALUES (7001, 'user', 'Me too'), (7002, 'ai', 'Me too'), (7002, 'user', '')`)

test('works when only the AI has spoken', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
UPDATE messages SET sender = 'ai'`)

test('works when one conversation has them all', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
UPDATE messages SET conversation_id = 7001`)
