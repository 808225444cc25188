import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'

/** What the pages' own components say. */
const words = {
  en: {
    edit: 'Edit',
    copy: 'Copy',
    copyPath: 'Copy the path',
    copied: 'Copied',
    details: 'Details',
    shortcuts: 'Keyboard shortcuts',
    thisList: 'this list',
    search: 'search',
    close: 'Close',
    offline:
      'Run npm start, and the verdict on your file appears here: what is right, what the code sent to the server, and when.',
    chatOffline: 'Run npm start, and the chat opens here.',
    lost: 'The workbook is not running. Start it again with npm start; this page will notice.',
    server: {
      ready: '',
      reviving: 'The MySQL server has gone away. The workbook is bringing it back.',
      down: 'The MySQL server is down. The next check tries again.',
    },
    state: {
      unknown: 'not checked yet',
      checking: 'checking',
      'not-started': 'not started',
      passed: 'passed',
      failed: 'not right yet',
      crashed: 'crashed',
      'timed-out': 'timed out',
      blocked: 'could not be checked',
      'not-run': 'not run',
    },
    progress: (done: number, all: number) => `${done} of ${all} exercises solved`,
    next: 'Next',
    allDone: 'Every exercise is solved.',
    progressOffline:
      'With the workbook running, this page shows which exercises you have solved, your attempts, time and hints, and what is worth solving again. To start it, run npm start.',
    review: 'Looking back.',
    reviewChoice: 'Here are questions from the earlier lessons that asked the most of you.',
    reviewAgain: 'And solve this once more:',
    reviewHow: 'This brings its first version back:',
    console: 'SQL console',
  },
  ru: {
    edit: 'Файл',
    copy: 'Копировать',
    copyPath: 'Копировать путь',
    copied: 'Скопировано',
    details: 'Подробности',
    shortcuts: 'Горячие клавиши',
    thisList: 'этот список',
    search: 'поиск',
    close: 'Закрыть',
    offline:
      'Запустите npm start, и здесь появится результат проверки вашего файла: что верно, что код отправил серверу и когда.',
    chatOffline: 'Запустите npm start, и чат откроется здесь.',
    lost: 'Практикум не запущен. Запустите его снова командой npm start: страница это заметит.',
    server: {
      ready: '',
      reviving: 'Сервер MySQL пропал. Практикум возвращает его.',
      down: 'Сервер MySQL не работает. При следующей проверке будет ещё одна попытка.',
    },
    state: {
      unknown: 'ещё не проверено',
      checking: 'проверяется',
      'not-started': 'не начато',
      passed: 'решено',
      failed: 'пока неверно',
      crashed: 'аварийно завершено',
      'timed-out': 'время вышло',
      blocked: 'не удалось проверить',
      'not-run': 'не выполнялось',
    },
    progress: (done: number, all: number) => `Решено упражнений: ${done} из ${all}`,
    next: 'Дальше',
    allDone: 'Все упражнения решены.',
    progressOffline:
      'Когда практикум запущен, здесь видно, какие упражнения решены, сколько было попыток, времени и подсказок и что стоит решить ещё раз. Запустите его командой npm start.',
    review: 'Вспомним пройденное.',
    reviewChoice: 'Вот вопросы из тех уроков, которые дались вам труднее всего.',
    reviewAgain: 'И решите ещё раз:',
    reviewHow: 'Начать заново:',
    console: 'Консоль SQL',
  },
}

export type Words = (typeof words)['en']

/** The words in the page's language. */
export function useWords(): ComputedRef<Words> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
