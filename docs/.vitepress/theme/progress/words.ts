import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'
import { longestPause, revisitDays } from '../../../../workbook/progress/rules.ts'

const firstDays = revisitDays.slice(0, -1).join(', ')
const lastDays = revisitDays.at(-1)

/** What the progress page says; loaded with it. */
const words = {
  en: {
    newer: 'A newer version of the workbook was fetched but not installed. See what is new:',
    solved: 'solved',
    ofAll: (done: number, all: number) => `${done} of ${all}`,
    attempts: 'attempts',
    time: 'time',
    hints: 'hints',
    next: 'Next',
    allDone: 'Every exercise is solved.',
    revisit: 'Worth solving again',
    nothingToRevisit: 'Nothing today.',
    revisitRule: `A solved exercise comes back here after ${firstDays} and ${lastDays} days, counted each time from when you last solved it. To solve one again, run npm run reset with its name.`,
    solvedAgo: (days: string) => `solved ${days}`,
    timeRule: `Time is counted from check to check until an exercise first passes. Pauses of more than ${longestPause} minutes are left out.`,
    lessons: 'By lesson',
    exercise: 'Exercise',
    first: 'first solved',
    last: 'last passed',
    none: '–',
    minutes: (count: number) => `${count} min`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
    files: 'Keep it, move it',
    filesRule:
      'Your progress stays on this machine, in .workbook/progress.json. Nothing is sent anywhere unless you send it yourself.',
    export: 'Export as a file',
    import: 'Import a file',
    mode: 'What is already here',
    merge: 'is kept, and the file is added to it',
    replace: 'is replaced by the file',
    imported: 'Imported.',
    backup: (file: string) => `The previous data is kept in ${file}.`,
    notJson: 'This file does not contain JSON.',
  },
  ru: {
    newer: 'Новая версия практикума получена, но не установлена. Посмотрите, что нового:',
    solved: 'решено',
    ofAll: (done: number, all: number) => `${done} из ${all}`,
    attempts: 'попыток',
    time: 'время',
    hints: 'подсказок',
    next: 'Дальше',
    allDone: 'Все упражнения решены.',
    revisit: 'Стоит решить ещё раз',
    nothingToRevisit: 'Сегодня повторять нечего.',
    revisitRule: `Решённое упражнение возвращается сюда через ${firstDays} и ${lastDays} дней: срок каждый раз отсчитывается от последнего решения. Чтобы решить его заново, выполните npm run reset с его именем.`,
    solvedAgo: (days: string) => `решено ${days}`,
    timeRule: `Время считается от проверки до проверки, пока упражнение не решено в первый раз. Перерыв дольше ${longestPause} минут не учитывается.`,
    lessons: 'По урокам',
    exercise: 'Упражнение',
    first: 'решено впервые',
    last: 'последний успех',
    none: '–',
    minutes: (count: number) => `${count} мин`,
    hours: (hours: number, minutes: number) => `${hours} ч ${minutes} мин`,
    files: 'Сохранить и перенести',
    filesRule:
      'Ваши успехи хранятся на этом компьютере, в файле .workbook/progress.json, и никуда не отправляются, пока вы сами этого не сделаете.',
    export: 'Сохранить в файл',
    import: 'Загрузить из файла',
    mode: 'То, что уже есть,',
    merge: 'останется, файл его дополнит',
    replace: 'заменится тем, что в файле',
    imported: 'Загружено.',
    backup: (file: string) => `Прежние данные сохранены в ${file}.`,
    notJson: 'В этом файле не JSON.',
  },
}

/** The words in the page's language. */
export function useProgressWords(): ComputedRef<(typeof words)['en']> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
