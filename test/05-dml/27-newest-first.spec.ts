import answer from '#exercise/05-dml/27-newest-first.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, { ordered: true })

test('lists every conversation, the newest first')

test('of two that are equally old, the greater id comes first', () => `INSERT INTO conversations (id, title, is_archived, created_at, updated_at)
  VALUES (5001, 'b', 0, '2026-07-01 10:00:00', '2026-07-01 12:00:00'), (5002, 'c', 1, '2026-07-01 10:00:00', '2026-07-01 11:00:00'), (5003, 'a', 0, '2026-07-01 10:00:00', '2026-07-01 10:00:00')`)

test('goes by the time, not by the id', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (9001, 'greater id, earlier time', 0, '2020-02-02 00:00:00'), (9000, 'smaller id, later time', 0, '2026-08-01 00:00:00'), (9003, 'greater id, earlier second', 0, '2026-08-02 00:00:00'), (9002, 'smaller id, later second', 0, '2026-08-02 00:00:01'), (9999, ' spaces ', 0, '2026-08-04 00:00:00'), (10001, ' spaces ', 0, '2026-08-04 00:00:00'), (10002, 'next', 0, '2026-08-04 00:00:00'), (9004, 'the same', 0, '2026-08-03 00:00:00'), (9005, 'the same', 0, '2026-08-03 00:00:00');
${manyRows('conversations (title, created_at)', "n, '2026-09-01 00:00:00' - INTERVAL n SECOND")}`)
