import answer from '#exercise/04-ddl/22-table-of-pins.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  afterwards: [
    'INSERT INTO pins (conversation_id) VALUES (7001)',
    'INSERT INTO pins (conversation_id) VALUES (50001)',
    'DELETE FROM conversations WHERE id = 7001',
    'SELECT conversation_id FROM pins',
  ],
})

test('ties each pin to its conversation')

test('removes the pin when its conversation is deleted', () =>
  `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7001, 'pinned', '2025-03-01 08:00:00', '2025-03-01 08:00:00')`)

test('refuses an id that only a message has', () => `INSERT INTO conversations (id, title, created_at, updated_at) VALUES (7001, 'pinned', '2025-03-01 08:00:00', '2025-03-01 08:00:00');
INSERT INTO messages (id, conversation_id, sender, content, timestamp) VALUES (50001, 7001, 'user', 'pinned', '2025-03-01 08:00:00')`)
