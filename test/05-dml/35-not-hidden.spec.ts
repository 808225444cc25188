import answer from '#exercise/05-dml/35-not-hidden.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Room 7002', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (700, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00'); CREATE TABLE hidden (conversation_id INT NULL)`,
  otherwise: [
    `INSERT INTO hidden (conversation_id) SELECT id FROM conversations WHERE ABS(id) % 5 = 2`,
    `INSERT INTO hidden (conversation_id) VALUES (NULL), (NULL)`,
  ],
})

test('lists all while none is hidden', () => manyRows('conversations (title)', 'n'))

test('leaves out those that are hidden', () =>
  `INSERT INTO hidden (conversation_id) VALUES (7001), (7001), (7002), (8001), (8003);
INSERT INTO conversations (id, title) VALUES (8001, 'a'), (8002, 'b'), (8003, 'c')`)

test('lists the others even when there is a NULL among the hidden', () =>
  `INSERT INTO hidden (conversation_id) VALUES (7000), (NULL);
${manyRows('hidden (conversation_id)', 'n + 20000', 200)};
INSERT INTO conversations (id, title) VALUES (20200, 'hidden')`)
