import type { ComputedRef } from 'vue'
import { useData } from 'vitepress'
import { computed } from 'vue'

/** What the buttons of an exercise's panel say; loaded with them. */
const words = {
  en: {
    actions: 'What you can do here',
    open: 'Open in editor',
    edit: 'Edit here',
    opened: 'Your editor has been asked to open the file.',
    check: 'Check now',
    hint: (number: number, of: number) => (of === 1 ? 'Hint' : `Hint ${number} of ${of}`),
    hintOpened: (number: number, of: number) =>
      of === 1 ? 'The hint is open below.' : `Hint ${number} of ${of} is open below.`,
    solution: 'Solution',
    solutionAsked: 'Show the solution',
    solutionNotDue: 'The solution is shown after a pass, or when you ask twice.',
    solutionNotDueNext: 'It may be worth one more try. To see it now, press again.',
    solutionOpened: 'The solution is open below.',
    compare: 'Compare',
    reset: 'Reset',
    undo: 'Undo',
    newStub:
      'An update brought a new first version. It is beside your answer; take over what you need, then delete it:',
    stuck: 'Stuck? Read this again:',
    stuckHint: 'or take the next hint.',
    keptSchema: 'Whatever this test left in the database is kept until the next check.',
    shell: 'Open a shell on it, in another terminal:',
    copyCommand: 'Copy the command',
    console: 'Look at it in the console',
    difference: 'Your file and the solution',
    noDifference: 'They are the same.',
    mine: 'Your file',
    theirs: 'The solution',
    close: 'Close',
    onlyIn: { mine: 'only in your file', theirs: 'only in the solution' },
  },
  ru: {
    actions: 'Что можно сделать',
    open: 'Открыть в редакторе',
    edit: 'Редактировать здесь',
    opened: 'Редактор получил просьбу открыть файл.',
    check: 'Проверить',
    hint: (number: number, of: number) => (of === 1 ? 'Подсказка' : `Подсказка ${number} из ${of}`),
    hintOpened: (number: number, of: number) =>
      of === 1 ? 'Подсказка открыта ниже.' : `Подсказка ${number} из ${of} открыта ниже.`,
    solution: 'Решение',
    solutionAsked: 'Показать решение',
    solutionNotDue:
      'Решение открывается, когда упражнение решено или когда решение попросили показать дважды.',
    solutionNotDueNext:
      'Может быть, стоит попробовать ещё раз. Чтобы увидеть его сейчас, нажмите снова.',
    solutionOpened: 'Решение открыто ниже.',
    compare: 'Сравнить',
    reset: 'Вернуть к началу',
    undo: 'Отменить',
    newStub:
      'Обновление принесло новую заготовку. Она лежит рядом с вашим ответом: возьмите из неё нужное и удалите её.',
    stuck: 'Не получается? Перечитайте:',
    stuckHint: 'или возьмите следующую подсказку.',
    keptSchema: 'То, что этот тест оставил в базе, хранится до следующей проверки.',
    shell: 'Открыть там клиент mysql, в другом терминале:',
    copyCommand: 'Копировать команду',
    console: 'Посмотреть в консоли',
    difference: 'Ваш файл и решение',
    noDifference: 'Они одинаковы.',
    mine: 'Ваш файл',
    theirs: 'Решение',
    close: 'Закрыть',
    onlyIn: { mine: 'только в вашем файле', theirs: 'только в решении' },
  },
}

/** The words in the page's language. */
export function usePanelWords(): ComputedRef<(typeof words)['en']> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
