import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'
import type { PlanKind } from '../../../../workbook/plans/types.ts'
import { inBrief } from '../shared/numbers.ts'

/** The texts of the pictures of plans; loaded with them. */
const words = {
  en: {
    show: 'Show the plan on 100,000 messages',
    close: 'Close the plan',
    noTable:
      'This uses a separate table messages with 100,000 generated rows. Creating it takes a few seconds and about 10 MB; your practice database stays as it is.',
    make: 'Create the table',
    making: (rows: string, total: string) => `${rows} of ${total} rows`,
    stop: 'Stop',
    drop: 'Drop the table',
    dropped: 'The table was dropped.',
    asking: 'The server is running the query…',
    again: 'Measure again',
    which: 'Which plan',
    views: { without: 'Without the index', with: 'With the index', both: 'Side by side' },
    plan: 'Plan',
    picture: 'Picture of the plan',
    whole: (time: string) => `${time} in total`,
    milliseconds: (time: number) => `${inBrief(time, 'en')} ms`,
    rows: (count: number) => number(count, 'en'),
    estimated: 'estimated',
    actual: 'actual',
    loops: (count: number) => `${number(count, 'en')} times`,
    ofTime: (percent: string) => `${percent} of the time`,
    percent: (share: number) => percent(share, 'en'),
    index: 'index',
    full: 'reads everything',
    sorts: 'sorts',
    covering: 'The index alone has all the columns that the query asks for.',
    meanings: {
      'table-scan': 'Reads the whole table, row by row.',
      'index-scan': 'Reads a whole index from one end to the other.',
      range: 'Reads one stretch of an index.',
      lookup: 'Looks up one value in an index and reads only its rows.',
      filter: 'Lets through the rows that meet the condition.',
      sort: 'Sorts what comes from below; it passes nothing on until everything has arrived.',
      limit: 'Stops as soon as there are enough rows.',
      join: 'Takes each row of the first and finds its partners in the second.',
      hash: 'Keeps the rows in memory, so that other rows can find partners among them.',
      aggregate: 'Counts, adds up or groups what comes from below.',
      temporary: 'Keeps what comes from below in a temporary table.',
      subquery: 'A query within the query.',
      other: '',
    } satisfies Record<PlanKind, string>,
  },
  ru: {
    show: 'Показать план на 100 000 сообщений',
    close: 'Убрать план',
    noTable:
      'Для этого есть отдельная таблица messages, в ней 100 000 сгенерированных строк. Создаётся она за несколько секунд и занимает около 10 МБ; ваша учебная база остаётся как есть.',
    make: 'Создать таблицу',
    making: (rows: string, total: string) => `${rows} из ${total} строк`,
    stop: 'Остановить',
    drop: 'Удалить таблицу',
    dropped: 'Таблица удалена.',
    asking: 'Сервер выполняет запрос…',
    again: 'Измерить ещё раз',
    which: 'Какой план',
    views: { without: 'Без индекса', with: 'С индексом', both: 'Рядом' },
    plan: 'План',
    picture: 'План картинкой',
    whole: (time: string) => `всего ${time}`,
    milliseconds: (time: number) => `${inBrief(time, 'ru')} мс`,
    rows: (count: number) => number(count, 'ru'),
    estimated: 'оценка',
    actual: 'на деле',
    loops: (count: number) => `раз: ${number(count, 'ru')}`,
    ofTime: (percent: string) => `${percent} времени`,
    percent: (share: number) => percent(share, 'ru'),
    index: 'индекс',
    full: 'читает всё',
    sorts: 'сортирует',
    covering: 'В самом индексе есть все нужные столбцы.',
    meanings: {
      'table-scan': 'Читает всю таблицу, строку за строкой.',
      'index-scan': 'Читает весь индекс от начала до конца.',
      range: 'Читает один отрезок индекса.',
      lookup: 'Находит значение в индексе и читает только его строки.',
      filter: 'Пропускает строки, которые подходят под условие.',
      sort: 'Сортирует то, что пришло снизу; пока не пришло всё, дальше не идёт ничего.',
      limit: 'Останавливается, как только строк достаточно.',
      join: 'Для каждой строки первой таблицы находит пары во второй.',
      hash: 'Держит строки в памяти, чтобы находить среди них пары для других.',
      aggregate: 'Считает, складывает или группирует то, что пришло снизу.',
      temporary: 'Складывает то, что пришло снизу, во временную таблицу.',
      subquery: 'Запрос внутри запроса.',
      other: '',
    } satisfies Record<PlanKind, string>,
  },
}

/** The words in the page's language. */
export function usePlanWords(): ComputedRef<(typeof words)['en']> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}

// --- internal ---

function number(count: number, language: 'en' | 'ru'): string {
  return count.toLocaleString(language, { maximumFractionDigits: count < 10 ? 1 : 0 })
}

function percent(share: number, language: 'en' | 'ru'): string {
  return share.toLocaleString(language, { style: 'percent' })
}
