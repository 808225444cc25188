import answer from '#exercise/03-shell/22-whole-table.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer)

test('shows the statement, with the foreign key')

test('shows it when the foreign key is gone', () =>
  `ALTER TABLE messages DROP FOREIGN KEY messages_conversation`)

test('shows it when ON DELETE says something else', () =>
  `ALTER TABLE messages DROP FOREIGN KEY messages_conversation, ADD CONSTRAINT held FOREIGN KEY (conversation_id) REFERENCES conversations (id)`)
