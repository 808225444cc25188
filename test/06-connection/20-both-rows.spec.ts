import answer from '#exercise/06-connection/20-both-rows.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  leaves: ['@@autocommit'],
  // Refused while the transaction is still open.
  afterwards: ['SELECT id FROM conversations WHERE id = 9001 FOR UPDATE NOWAIT'],
})

// If MySQL refuses a row, the script ends there.
const endsEarly = { leaves: ['START TRANSACTION'] }

test('keeps both rows', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (9500, 'Trip', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (9500, 'ai', 'Gone', '2025-03-01 08:00:00'), (9500, 'user', 'Where to?', '2025-03-01 08:00:00');
DELETE FROM messages WHERE conversation_id = 9500 AND content = 'Gone'`)

test(
  'keeps neither when the message is rejected',
  () => `ALTER TABLE messages ADD CHECK (content <> 'Where to?')`,
  endsEarly,
)

test(
  'changes nothing when there is already a conversation 9001',
  () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (9001, 'Shopping', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00')`,
  endsEarly,
)
