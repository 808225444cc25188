import answer from '#exercise/05-dml/38-archive-old.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer)

test('archives the old ones, and no others', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'old', 0, '2019-06-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'new', 0, '2020-06-01 08:00:00', '2020-06-01 08:00:00'), (7003, ' very old ', 0, '2009-06-01 08:00:00', '2021-03-01 08:00:00'), (7004, 'new, with an old time', 0, '2020-06-01 08:00:00', '2019-06-01 08:00:00'), (7005, 'January', 0, '2020-01-15 08:00:00', '2020-03-01 08:00:00'), (7006, 'newest', 0, '2024-06-01 08:00:00', '2024-06-01 08:00:00');
INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (7001, 'user', 'Stay', '2019-06-01 08:00:00')`)

test('leaves out the first second of 2020', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'last', 0, '2019-12-31 23:59:59', '2020-03-01 08:00:00'), (7002, 'first', 0, '2020-01-01 00:00:00', '2020-03-01 08:00:00')`)

test('leaves archived ones archived', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (7001, 'old', 1, '2018-06-01 08:00:00', '2018-06-01 08:00:00'), (7002, 'new', 1, '2024-06-01 08:00:00', '2024-06-01 08:00:00');
${manyRows('conversations (title, created_at, updated_at)', "n, '2018-01-01 08:00:00', '2018-01-01 08:00:00'", 120)}`)
