import answer from '#exercise/04-ddl/27-drop-messages.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer)

test('removes the table, rows and all')

test('does not fail when the table is not there', () => 'DROP TABLE messages')

test('removes an empty table too', () => 'DELETE FROM messages')
