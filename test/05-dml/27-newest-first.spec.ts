import answer from '#exercise/05-dml/27-newest-first.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, { ordered: true })

test('lists every conversation, the newest first')

test('of two that are equally old, the greater id comes first', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (5001, 'b', 0, '2026-07-01 10:00:00'), (5002, 'c', 1, '2026-07-01 10:00:00'), (5003, 'a', 0, '2026-07-01 10:00:00')`)

test('goes by the time, not by the id', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (9001, 'greater id, earlier time', 0, '2020-02-02 00:00:00'), (9000, 'smaller id, later time', 0, '2026-08-01 00:00:00')`)
