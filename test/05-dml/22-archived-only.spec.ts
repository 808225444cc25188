import answer from '#exercise/05-dml/22-archived-only.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer)

test('lists the archived conversations, and no others')

test('lists both when two have the same title', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (7001, 'Twin', 1, '2025-03-01 08:00:00'), (7002, 'Twin', 1, '2025-03-01 08:00:00'), (7003, 'Twin', 0, '2025-03-01 08:00:00')`)

test('does not go by the title', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (7001, 'archived', 0, '2025-03-01 08:00:00'), (7002, 'title', 1, '2025-03-01 08:00:00'), (7003, '', 1, '2025-03-01 08:00:00'), (7004, ' spaces ', 1, '2025-03-01 08:00:00');
${manyRows('conversations (title, is_archived)', 'n, 1')}`)
