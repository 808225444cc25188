import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'
import { inBrief } from '../shared/numbers.ts'

/** What the timeline says; loaded with it. */
const words = {
  en: {
    title: 'Timeline',
    connection: (number: number) => `Connection ${number}`,
    spec: 'The test itself',
    milliseconds: (time: number) => `${inBrief(time, 'en')} ms`,
    begins: (time: string) => `from ${time}`,
    took: (time: string) => `took ${time}`,
    waited: (time: string) => `waited ${time} for locked rows`,
    waitedForPool: (time: string) => `waited ${time} for a connection`,
    unanswered: 'no answer by the end of the test',
    failed: (errno: number) => `error ${errno}`,
    byTest: 'sent by the test',
    borrow: 'The pool lends this connection',
    release: 'The connection goes back to the pool',
    kill: (thread: number) => `The test kills the connection that the server calls ${thread}`,
    line: (line: number) => `Line ${line} of your file`,
    open: 'Open it in my editor',
    closer: 'Zoom in',
    farther: 'Zoom out',
    cut: 'shortened: nothing happened',
    legend: {
      statement: 'statement',
      wait: 'waits',
      transaction: 'transaction',
      lent: 'lent by the pool',
      failed: 'error or KILL',
      cut: 'idle time, shortened',
    },
    keys: 'The arrow keys move from one to the next; Enter opens its line in your file.',
  },
  ru: {
    title: 'Ход времени',
    connection: (number: number) => `Соединение ${number}`,
    spec: 'Сам тест',
    milliseconds: (time: number) => `${inBrief(time, 'ru')} мс`,
    begins: (time: string) => `с ${time}`,
    took: (time: string) => `заняло ${time}`,
    waited: (time: string) => `ожидание заблокированных строк: ${time}`,
    waitedForPool: (time: string) => `ожидание соединения: ${time}`,
    unanswered: 'до конца теста ответа не было',
    failed: (errno: number) => `ошибка ${errno}`,
    byTest: 'отправил тест',
    borrow: 'Пул выдаёт это соединение',
    release: 'Соединение возвращается в пул',
    kill: (thread: number) => `Тест обрывает соединение, у сервера это номер ${thread}`,
    line: (line: number) => `Строка ${line} вашего файла`,
    open: 'Открыть в редакторе',
    closer: 'Ближе',
    farther: 'Дальше',
    cut: 'сокращено: ничего не происходило',
    legend: {
      statement: 'запрос',
      wait: 'ждёт',
      transaction: 'транзакция',
      lent: 'выдано пулом',
      failed: 'ошибка или KILL',
      cut: 'пауза, сокращена',
    },
    keys: 'Стрелки ведут от одного события к другому, Enter открывает строку в вашем файле.',
  },
}

export type TimelineWords = (typeof words)['en']

/** The words in the page's language. */
export function useTimelineWords(): ComputedRef<TimelineWords> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
