import answer from '#exercise/04-ddl/21-one-to-five.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  afterwards: [
    'INSERT INTO ratings (message_id, stars) VALUES (1, 1)',
    'INSERT INTO ratings (message_id, stars) VALUES (2, 5)',
    'INSERT INTO ratings (message_id, stars) VALUES (3, 0)',
    // A row that breaks a rule is left out, the others are inserted.
    `INSERT IGNORE INTO ratings (message_id, stars) WITH RECURSIVE numbers (n) AS
       (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 600)
       SELECT 1000 + n, n - 300 FROM numbers`,
    `INSERT IGNORE INTO ratings (message_id, stars) WITH RECURSIVE bits (n) AS
       (SELECT 1 UNION ALL SELECT n * 2 FROM bits WHERE n < 1073741824)
       SELECT n + low, IF(low % 2, n, -n) + low DIV 2 FROM bits
       JOIN (SELECT 0 AS low UNION VALUES ROW(1), ROW(2), ROW(3), ROW(4), ROW(5), ROW(6), ROW(7), ROW(8), ROW(9)) AS lows
       WHERE n >= 4096`,
    `INSERT INTO ratings (message_id, stars) VALUES (4, 6)`,
  ],
})

test('takes 1 to 5 stars and nothing else')

test('works where there are no messages', () => `DELETE FROM messages`)

test('works beside a table that has rules', () =>
  `CREATE TABLE scores (id INT PRIMARY KEY, score INT CHECK (score >= 0))`)
