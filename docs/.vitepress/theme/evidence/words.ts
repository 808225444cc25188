import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'
import { changedInWords, inBrief, rowsInWords } from '../shared/numbers.ts'

/** What the live part of an exercise says; loaded with it. */
const words = {
  en: {
    place: (line: number, column: number) => `line ${line}, column ${column}`,
    expected: 'Expected',
    seen: 'Got',
    noRows: 'No rows.',
    moreRows: (count: number) => `and ${count} more`,
    rowState: { same: '', missing: 'missing', extra: 'extra', type: 'different type' },
    columnState: { both: '', missing: 'missing', extra: 'extra' },
    order: 'The rows are right, but their order is not. The first column shows where each belongs.',
    wanted: 'Place',
    mistake: 'This looks like a known mistake',
    sent: 'What your code sent',
    nothingSent: 'Your code sent nothing to the server.',
    byTest: 'test',
    sentByTest: 'Statements marked “test” were sent by the test, over the same connection.',
    failed: (count: number) => `${count} failed`,
    values: 'values:',
    error: (errno: number, sqlState: string) => `Error ${errno} (${sqlState}):`,
    connection: (number: number) => `connection ${number}`,
    transaction: {
      start: 'a transaction begins',
      inside: 'in the transaction',
      end: 'the transaction ends',
    },
    commits: 'implicit COMMIT',
    returned: (count: number) => rowsInWords(count, 'en'),
    changedRows: (count: number) => changedInWords(count, 'en'),
    milliseconds: (time: number) => `${inBrief(time, 'en')} ms`,
    changed: 'What changed',
    nothingChanged: 'No row changed in any table.',
    added: 'added',
    removed: 'removed',
    alongWith: (parent: string) => `along with ${parent}`,
    before: 'before',
    after: 'after',
  },
  ru: {
    place: (line: number, column: number) => `строка ${line}, столбец ${column}`,
    expected: 'Ожидалось',
    seen: 'Получилось',
    noRows: 'Строк нет.',
    moreRows: (count: number) => `и ещё ${count}`,
    rowState: { same: '', missing: 'не хватает', extra: 'лишняя', type: 'другой тип' },
    columnState: { both: '', missing: 'не хватает', extra: 'лишний' },
    order: 'Строки верные, порядок другой. В первом столбце указано место каждой строки.',
    wanted: 'Место',
    mistake: 'Похоже на известную ошибку',
    sent: 'Что отправил ваш код',
    nothingSent: 'Ваш код ничего не отправил на сервер.',
    byTest: 'тест',
    sentByTest: 'С пометкой «тест» — то, что по тому же соединению отправил тест.',
    failed: (count: number) => `с ошибкой: ${count}`,
    values: 'значения:',
    error: (errno: number, sqlState: string) => `Ошибка ${errno} (${sqlState}):`,
    connection: (number: number) => `соединение ${number}`,
    transaction: {
      start: 'начало транзакции',
      inside: 'внутри транзакции',
      end: 'конец транзакции',
    },
    commits: 'неявный COMMIT',
    returned: (count: number) => rowsInWords(count, 'ru'),
    changedRows: (count: number) => changedInWords(count, 'ru'),
    milliseconds: (time: number) => `${inBrief(time, 'ru')} мс`,
    changed: 'Что изменилось',
    nothingChanged: 'Ни одна строка ни в одной таблице не изменилась.',
    added: 'добавлена',
    removed: 'удалена',
    alongWith: (parent: string) => `вслед за ${parent}`,
    before: 'было',
    after: 'стало',
  },
}

/** The words in the page's language. */
export function useLiveWords(): ComputedRef<(typeof words)['en']> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
