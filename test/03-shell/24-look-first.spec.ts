import answer from '#exercise/03-shell/24-look-first.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer)

test('shows the rows with this title', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Second conversation', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Second conversation', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00'), (7003, 'Second conversation, about cats', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00'), (7004, 'Second conversation ', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00'), (7005, ' Second conversation', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00'), (7006, 'Second-conversation', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00'), (7007, 'Second', 0, '2025-03-02 08:00:00', '2025-03-02 08:00:00')`)

test('shows nothing where there is none', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'The second conversation', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00')`)

test('goes by the title, not by the id', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'Shopping', 0, '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Second conversation', 1, '2019-03-02 08:00:00', '2025-03-02 08:00:00'), (5001, 'Second conversation', 0, '2019-03-02 08:00:00', '2025-03-02 08:00:00'), (1, 'Second conversation', 0, '2019-03-02 08:00:00', '2025-03-02 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (5001, 'user', 'Two', '2025-03-02 08:00:00'), (5001, 'ai', 'Two', '2025-03-02 08:00:00');
${manyRows('conversations (title, is_archived)', "'Second conversation', n % 2")}`)
