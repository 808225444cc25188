import answer from '#exercise/05-dml/25-still-open.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: 'ALTER TABLE conversations ADD COLUMN closed_at DATETIME NULL',
  otherwise: [
    `UPDATE conversations SET closed_at = '2025-03-01 09:00:00' WHERE ABS(id) % 10 > 0`,
    `UPDATE conversations SET closed_at = ELT(1 + id % 6, '1970-01-01 00:00:00', '1000-01-01 00:00:00', '9999-12-31 00:00:00',
     '9999-12-31 23:59:59', '1900-01-01 00:00:00', '2000-01-01 00:00:00') WHERE id BETWEEN 60000001 AND 70000000`,
  ],
})

test('lists the open conversations')

test('leaves out those that are closed', () => `INSERT INTO conversations (id, title, is_archived, closed_at)
  VALUES (7001, 'shut', 0, '2025-03-01 09:00:00'), (7002, 'open', 0, NULL), (7003, 'open', 0, NULL), (7004, 'shut', 0, '2037-03-01 09:00:00'), (7005, 'open', 0, '2025-03-01 09:00:00');
INSERT INTO conversations (id, title, created_at, updated_at, closed_at)
  VALUES (7006, 'closed by its last change', '2025-03-01 08:00:00', '2025-03-01 09:00:00', '2025-03-01 09:00:00'), (7007, 'closed at once', '2025-03-01 08:00:00', '2025-03-01 09:00:00', '2025-03-01 08:00:00')`)

test('does not take archived for closed', () => `INSERT INTO conversations (id, title, is_archived, closed_at)
  VALUES (7001, 'archived, open', 1, NULL), (7002, 'not archived, shut', 0, '2025-03-01 09:00:00'), (7003, 'both', 1, '2025-03-01 09:00:00');
${manyRows('conversations (title, is_archived)', 'n, n % 2')}`)
