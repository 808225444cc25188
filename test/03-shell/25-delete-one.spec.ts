import answer from '#exercise/03-shell/25-delete-one.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer)

test('deletes this one, and no other', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Second conversation', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Second conversation', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00'), (7003, 'Shopping', 0, '2025-03-03 08:00:00', '2025-03-03 08:00:00'), (17002, 'Shopping', 0, '2025-03-03 08:00:00', '2025-03-03 08:00:00'), (70021, 'Shopping', 0, '2025-03-03 08:00:00', '2025-03-03 08:00:00')`)

test('takes its messages along, and no others', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Second conversation', 0, '2025-03-02 08:00:00', '2025-03-01 08:00:00'), (7002, 'Second conversation', 0, '2025-03-01 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES (7002, 7001, 'user', 'Stay', '2025-03-02 08:00:00'), (7003, 7002, 'user', 'Go', '2025-03-02 08:00:00')`)

test('deletes nothing when it is gone already', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Second conversation', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00')`)
