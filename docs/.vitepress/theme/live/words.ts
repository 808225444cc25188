import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'

/** What the live part of an exercise says; loaded with it. */
const words = {
  en: {
    place: (line: number, column: number) => `line ${line}, column ${column}`,
    expected: 'Expected',
    seen: 'Seen',
    noRows: 'No rows.',
    moreRows: (count: number) => `and ${count} more`,
    rowState: { same: '', missing: 'missing', extra: 'extra', type: 'other type' },
    columnState: { both: '', missing: 'missing', extra: 'extra' },
    order: 'The rows are right, their order is not. The first column says where each belongs.',
    wanted: 'Place',
    mistake: 'This looks like a known mistake',
    sent: 'What your code sent',
    nothingSent: 'Nothing reached the server.',
    connection: (number: number) => `Connection ${number}`,
    changed: 'What changed',
    nothingChanged: 'No row of any table changed.',
    added: 'added',
    removed: 'removed',
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
    nothingSent: 'До сервера ничего не дошло.',
    connection: (number: number) => `Соединение ${number}`,
    changed: 'Что изменилось',
    nothingChanged: 'Ни одна строка ни в одной таблице не изменилась.',
    added: 'добавлена',
    removed: 'удалена',
    before: 'было',
    after: 'стало',
  },
}

/** The words in the page's language. */
export function useLiveWords(): ComputedRef<(typeof words)['en']> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
