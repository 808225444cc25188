import answer from '#exercise/04-ddl/21-one-to-five.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  afterwards: [
    'INSERT INTO ratings (message_id, stars) VALUES (1, 1)',
    'INSERT INTO ratings (message_id, stars) VALUES (2, 5)',
    'INSERT INTO ratings (message_id, stars) VALUES (3, 0)',
    'INSERT INTO ratings (message_id, stars) VALUES (4, 6)',
    'INSERT INTO ratings (message_id, stars) VALUES (5, -1)',
    'INSERT INTO ratings (message_id, stars) VALUES (6, 2)',
    'INSERT INTO ratings (message_id, stars) VALUES (7, 3)',
    'INSERT INTO ratings (message_id, stars) VALUES (8, 4)',
    'INSERT INTO ratings (message_id, stars) VALUES (9, 7)',
    'INSERT INTO ratings (message_id, stars) VALUES (10, 10)',
    'INSERT INTO ratings (message_id, stars) VALUES (11, 15)',
    'INSERT INTO ratings (message_id, stars) VALUES (12, -5)',
    'INSERT INTO ratings (message_id, stars) VALUES (13, 1000000)',
  ],
})

test('takes 1 to 5 stars and nothing else')

test('works where there are no messages', () => `DELETE FROM messages`)

test('works beside a table that has rules', () =>
  `CREATE TABLE scores (id INT PRIMARY KEY, score INT CHECK (score >= 0))`)
