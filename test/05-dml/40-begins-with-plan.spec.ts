import answer from '#exercise/05-dml/40-begins-with-plan.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer)

test('finds titles that begin with it', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (7001, 'plan for May', 0, '2025-03-01 08:00:00'), (7002, 'Planets', 1, '2025-03-01 08:00:00'), (7003, 'pla', 0, '2025-03-01 08:00:00'), (7006, 'Plon', 0, '2025-03-01 08:00:00'), (7004, 'plan\\r\\nof two lines', 0, '2025-03-01 08:00:00'), (7005, 'Planёрка', 0, '2025-03-01 08:00:00'), (7007, 'Plan of a plan', 0, '2025-03-01 08:00:00');
${manyRows('conversations (title)', "CONCAT('Plan ', n)")}`)

test('leaves out titles in which it comes later', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (7001, 'My plan', 0, '2025-03-01 08:00:00'), (7002, ' plan', 0, '2025-03-01 08:00:00'), (7003, 'The plan B', 0, '2025-03-01 08:00:00'), (7004, 'My\\nplan', 0, '2025-03-01 08:00:00')`)

test('finds a title that is the word alone', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (7001, 'plan', 0, '2025-03-01 08:00:00'), (7002, 'PLAN', 0, '2025-03-01 08:00:00'), (7005, 'pLAn', 0, '2025-03-01 08:00:00'), (7003, 'plan%', 0, '2025-03-01 08:00:00'), (7004, 'plan*', 0, '2025-03-01 08:00:00')`)
