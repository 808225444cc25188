import answer from '#exercise/03-shell/21-columns-of-messages.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  ordered: true,
})

test('shows the five columns in their order')

test('also shows a column that was added a moment ago', () =>
  `ALTER TABLE messages ADD COLUMN stars INT AFTER sender`)

test('shows what changed', () => `ALTER TABLE messages MODIFY content VARCHAR(2000) NULL`)
