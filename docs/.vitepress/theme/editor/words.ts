import { useData } from 'vitepress'
import { computed, type ComputedRef } from 'vue'
import { plural } from '../shared/numbers.ts'

/** What the editor on the page says; loaded with it. */
const words = {
  en: {
    editor: (file: string) => `Editor: ${file}`,
    save: 'Save and check',
    close: 'Close',
    status: {
      loading: 'Opening…',
      'not-opened': 'Not opened',
      saved: 'Saved',
      unsaved: 'Not saved',
      saving: 'Saving…',
    },
    errors: (count: number) =>
      plural(count, 'en', ['# error from TypeScript', '# errors from TypeScript']),
    changedOnDisk: 'The file has changed on disk. Save, and you see both versions.',
    keptAt: 'The other version is kept in',
    keys: 'Ctrl+S saves and checks. Ctrl+Space completes, F2 explains, F8 goes to the next error. Tab indents; Esc, then Tab leaves the editor.',
    conflict: {
      difference: 'The file has changed on disk',
      noDifference: 'They differ only in spaces or line ends.',
      mine: 'On this page',
      theirs: 'On disk',
      close: 'Decide later',
      onlyIn: { mine: 'only on this page', theirs: 'only on disk' },
    },
    conflictNote:
      'Another program has saved this file since you opened it here. Nothing is lost: the version on disk goes into the backups if you keep yours, and undo brings yours back if you take the other.',
    keepMine: 'Keep mine',
    takeTheirs: 'Take the one on disk',
  },
  ru: {
    editor: (file: string) => `Редактор: ${file}`,
    save: 'Сохранить и проверить',
    close: 'Закрыть',
    status: {
      loading: 'Открывается…',
      'not-opened': 'Не открыт',
      saved: 'Сохранено',
      unsaved: 'Не сохранено',
      saving: 'Сохраняется…',
    },
    errors: (count: number) =>
      plural(count, 'ru', [
        '# ошибка от TypeScript',
        '# ошибки от TypeScript',
        '# ошибок от TypeScript',
      ]),
    changedOnDisk: 'Файл изменился на диске. Сохраните его, и вы увидите обе версии.',
    keptAt: 'Другая версия лежит здесь:',
    keys: 'Ctrl+S сохраняет и проверяет. Ctrl+Пробел дополняет, F2 объясняет, F8 ведёт к следующей ошибке. Tab делает отступ; Esc, затем Tab — выход из редактора.',
    conflict: {
      difference: 'Файл изменился на диске',
      noDifference: 'Версии отличаются только пробелами или концами строк.',
      mine: 'На этой странице',
      theirs: 'На диске',
      close: 'Решить позже',
      onlyIn: { mine: 'только на этой странице', theirs: 'только на диске' },
    },
    conflictNote:
      'Пока файл был открыт здесь, его сохранила другая программа. Ничего не пропадёт: если оставить свою версию, версия с диска попадёт в резервные копии, а если взять версию с диска, вашу вернёт отмена (Ctrl+Z).',
    keepMine: 'Оставить мою',
    takeTheirs: 'Взять с диска',
  },
}

/** The words in the page's language. */
export function useEditorWords(): ComputedRef<(typeof words)['en']> {
  const { lang } = useData()
  return computed(() => (lang.value === 'ru' ? words.ru : words.en))
}
