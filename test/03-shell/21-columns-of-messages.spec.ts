import answer from '#exercise/03-shell/21-columns-of-messages.sql'
import { drill } from '#support'

const test = drill(import.meta.url, answer, {
  ordered: true,
})

test('shows the five columns in their order')

// One with a digit in its name, one that is computed, one in another alphabet, and a type as long as it likes.
test('also shows a column that was added a moment ago', ({ random }) => {
  const words = Array.from({ length: 8 }, () => `'${random.word()}'`)
  return `ALTER TABLE messages ADD COLUMN stars_2 INT AFTER sender, ADD COLUMN half INT AS (stars_2 / 2),
    ADD COLUMN \`Оценка\` ENUM (${words.join()})`
})

test('shows what changed', () => `ALTER TABLE messages MODIFY content VARCHAR(2000) NULL`)
