import answer from '#exercise/06-connection/22-table-first.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  // What others see if they also look at what is not committed, and what if they do not.
  between: `SELECT COUNT(*) FROM messages INTO @committed;
    SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;
    SELECT @committed AS committed, COUNT(*) AS messages, (SELECT COUNT(*) FROM conversations) AS conversations FROM messages`,
  afterwards: ['SELECT COUNT(*) AS n FROM messages FOR UPDATE NOWAIT'],
})

test('creates the table, and every message is back')

test('works when there is only one conversation', () =>
  `DELETE FROM conversations WHERE id > (SELECT id FROM (SELECT MIN(id) AS id FROM conversations) AS first)`)

test('brings back the new ones as well', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Weekend in Kazan', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Rename my cat', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp)
  VALUES (7001, 'user', 'Am I back?', '2025-03-01 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp)
  VALUES (-7, 7001, 'user', 'Below zero', '2025-03-01 08:00:00');
${manyRows('messages (conversation_id, sender, content)', "7001, 'user', n")}`)
