import answer from '#exercise/05-dml/32-how-many-closed.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: 'ALTER TABLE conversations ADD COLUMN closed_at DATETIME NULL',
  otherwise: [`UPDATE conversations SET closed_at = '2025-03-01 09:00:00' WHERE ABS(id) % 10 > 0`],
})

test('counts none as closed while all are open')

test('counts the closed and the open ones', () => `INSERT INTO conversations (id, title, is_archived, closed_at)
  VALUES (7001, 'shut', 0, '2025-03-01 09:00:00'), (7002, 'open', 0, NULL), (7003, 'shut', 0, '2025-03-02 09:00:00'), (7004, 'shut', 1, '2037-03-02 09:00:00')`)

test('counts both when two were closed in the same second', () => `INSERT INTO conversations (id, title, is_archived, closed_at)
  VALUES (7001, 'a', 0, '2025-03-01 09:00:00'), (7002, 'a', 0, '2025-03-01 09:00:00')`)
