import answer from '#exercise/03-shell/20-show-tables.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  anyNames: true,
})

test('lists both tables of the chat')

test('also lists a table that was created a moment ago', () =>
  `CREATE TABLE labels (id INT PRIMARY KEY); CREATE TABLE draft (word TEXT); CREATE TABLE _x (n INT) ENGINE = MEMORY`)

test('lists nothing where there is no table', () => `DROP TABLE messages, conversations`)
