import answer from '#exercise/05-dml/34-two-counts.sql'
import { drill, manyRows } from '#support'

const test = drill(import.meta.url, answer, {
  prepare: `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7000, 'Room 7000', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7001, 'Room 7001', '2025-03-01 08:00:00', '2025-03-01 08:00:00'), (7002, 'Room 7002', '2025-03-01 08:00:00', '2025-03-01 08:00:00'); CREATE TABLE labels (id INT AUTO_INCREMENT PRIMARY KEY, conversation_id INT NOT NULL, label VARCHAR(50) NOT NULL)`,
})

test('counts no labels where there are none')

test('does not make six of two messages and three labels', () => `INSERT INTO messages (conversation_id, sender, content) VALUES (7000, 'user', 'a'), (7000, 'ai', 'b');
  INSERT INTO labels (conversation_id, label) VALUES (7000, 'x'), (7000, 'y'), (7000, 'z'), (7001, 'x')`)

test('counts each message, even if two say the same thing', () => `INSERT INTO messages (conversation_id, sender, content) VALUES (7002, 'user', 'a'), (7002, 'user', 'a');
  INSERT INTO labels (conversation_id, label) VALUES (7002, 'x'), (7002, 'x'), (60001, 'of no conversation');
${manyRows('conversations (title)', 'n')};
${manyRows('labels (conversation_id, label)', "7001, 'x'", 200)}`)
