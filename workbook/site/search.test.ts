import { expect, test } from 'vitest'
import { processTerm } from '../../docs/.vitepress/search.ts'

const sameWord = [
  [
    'таблица',
    'таблицы',
    'таблице',
    'таблицу',
    'таблицей',
    'таблиц',
    'таблицами',
    'таблицах',
    'Таблицам',
  ],
  ['строка', 'строки', 'строке', 'строку', 'строкой', 'строками'],
  ['запрос', 'запроса', 'запросы', 'запросов', 'запросам', 'запросами'],
  ['соединение', 'соединения', 'соединений', 'соединением', 'соединениям'],
  ['транзакция', 'транзакции', 'транзакций', 'транзакцию', 'транзакциями'],
  ['внешний', 'внешнего', 'внешнему', 'внешним', 'внешних'],
  ['счёт', 'счет'],
  ['создать', 'создаёт', 'создают'],
]

test.each(sameWord)('the forms of «%s» meet', (...forms) => {
  expect(new Set(forms.map(processTerm)).size).toBe(1)
})

test.each([
  ['таблица', 'тип'],
  ['строка', 'стройка'],
  ['ключ', 'клиент'],
  ['сервер', 'серый'],
])('«%s» and «%s» stay apart', (one, other) => {
  expect(processTerm(one)).not.toBe(processTerm(other))
})

test('words of code and English words stay whole', () => {
  for (const word of ['select', 'auto_increment', 'inserting', '1064', 'ER_DUP_ENTRY']) {
    expect(processTerm(word)).toBe(word.toLowerCase())
  }
})

test('stems agree with the Snowball reference vocabulary', () => {
  const vocabulary = {
    вавиловке: 'вавиловк',
    вагнера: 'вагнер',
    важная: 'важн',
    важнейшие: 'важн',
    вальсишку: 'вальсишк',
    ваших: 'ваш',
    введением: 'введен',
    вдохновительница: 'вдохновительниц',
    пособие: 'пособ',
    приехавший: 'приеха',
    противоположностью: 'противоположн',
    одиночестве: 'одиночеств',
    подтвердилась: 'подтверд',
    поднявшись: 'подня',
  }
  for (const [word, stem] of Object.entries(vocabulary)) expect(processTerm(word)).toBe(stem)
})

test('the function stands alone, since VitePress sends its text to the browser', () => {
  const alone = new Function(`return (${processTerm.toString()})`)() as typeof processTerm
  expect(alone('таблицами')).toBe(processTerm('таблица'))
})
