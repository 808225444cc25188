import answer from '#exercise/06-connection/26-keep-the-rename.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  // What others see if they also look at what is not committed, and what if they do not.
  between: `SELECT COUNT(*) FROM messages INTO @committed;
    SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;
    SELECT @committed AS committed, COUNT(*) AS messages, (SELECT COUNT(*) FROM conversations) AS conversations FROM messages`,
  // Refused while the transaction is still open.
  afterwards: ['SELECT id FROM conversations WHERE id = 7001 FOR UPDATE NOWAIT'],
})

test('keeps the new title and the messages', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'user', 'Am I back?', '2025-03-01 08:00:00')`)

test('works when there are no messages', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00')`)

test('touches no other conversation', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7000, 'Books for the summer', 0, '2025-02-28 08:00:00', '2025-02-28 08:00:00'), (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'user', 'One', '2025-03-01 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7000, 'user', 'Nought', '2025-03-01 08:00:00'), (7002, 'user', 'Two', '2025-03-01 08:00:00')`)
