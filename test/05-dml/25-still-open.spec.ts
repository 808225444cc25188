import answer from '#exercise/05-dml/25-still-open.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: 'ALTER TABLE conversations ADD COLUMN closed_at DATETIME NULL',
})

test('lists the open conversations')

test('leaves out those that are closed', () => `INSERT INTO conversations (id, title, is_archived, closed_at)
  VALUES (7001, 'shut', 0, '2025-03-01 09:00:00'), (7002, 'open', 0, NULL)`)

test('does not take archived for closed', () => `INSERT INTO conversations (id, title, is_archived, closed_at)
  VALUES (7001, 'archived, open', 1, NULL), (7002, 'not archived, shut', 0, '2025-03-01 09:00:00'), (7003, 'both', 1, '2025-03-01 09:00:00')`)
