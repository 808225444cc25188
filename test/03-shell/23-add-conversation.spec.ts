import answer from '#exercise/03-shell/23-add-conversation.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer)

test('adds one conversation')

test('adds it even if there is one with this title', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Shopping', 1, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Shopping', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7003, 'Gone', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00');
DELETE FROM conversations WHERE id = 7003;
UPDATE conversations SET is_archived = TRUE, updated_at = updated_at`)

test('adds it even if there is none at all', () => `DELETE FROM conversations`)
