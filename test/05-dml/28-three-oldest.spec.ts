import answer from '#exercise/05-dml/28-three-oldest.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  ordered: true,
  // With this index the server finds rows of the same time in the order of their titles.
  prepare: 'CREATE INDEX conversations_by_title ON conversations (title, created_at)',
})

test('lists the three oldest, the oldest first')

test('takes the smaller ids when more than three are equally old', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (800, 'e', 0, '2015-01-01 00:00:00'), (7004, 'a', 0, '2015-01-01 00:00:00'), (7002, 'c', 0, '2015-01-01 00:00:00'), (7003, 'b', 1, '2015-01-01 00:00:00'), (7001, 'd', 0, '2015-01-01 00:00:00')`)

test('goes by the time, not by the id', () => `INSERT INTO conversations (id, title, is_archived, created_at)
  VALUES (7001, 'third', 0, '2015-01-03 00:00:00'), (7002, 'second', 0, '2015-01-02 00:00:00'), (7003, 'first', 0, '2015-01-01 00:00:00'), (7005, 'even earlier', 0, '2014-01-01 00:00:01'), (7004, 'later by two seconds', 0, '2014-01-01 00:00:03')`)
