import answer from '#exercise/04-ddl/20-table-of-labels.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  afterwards: [
    'SELECT COUNT(*) FROM labels',
    "INSERT INTO labels (name) VALUES ('ёлка 🎄')",
    "SELECT name FROM labels WHERE name = 'ёлка 🎄'",
    "INSERT INTO labels (name) VALUES ('one more')",
    "INSERT INTO labels (name) VALUES ('and one')",
    'DELETE FROM labels WHERE id <> 7',
  ],
})

test('creates the table, with its rules')

test('keeps an existing table, with its rows', () => `CREATE TABLE labels (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40) NOT NULL UNIQUE);
INSERT INTO labels VALUES (7, 'old')`)

test('creates it beside other tables too', () =>
  `CREATE TABLE label_colours (id INT PRIMARY KEY, name VARCHAR(40))`)
