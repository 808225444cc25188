import answer from '#exercise/04-ddl/26-by-sender.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer)

test('adds one index of two columns')

test('works on an empty table too', () => `DELETE FROM messages`)

test('works where there is an index on the sender alone', () =>
  `CREATE INDEX by_sender_only ON messages (sender)`)
