import { act } from '../composables/act.ts'
import { consoleDoor } from '../composables/console-door.ts'
import { workbook } from '../composables/workbook.ts'
import { exerciseBeside, exerciseInView, goTo } from './exercise-in-view.ts'

export interface Shortcut {
  /** The key by its place on the keyboard, whatever the layout: `KeyboardEvent.code`. */
  code: string
  /** What is printed on it, in Latin and in Russian letters. */
  key: { en: string; ru: string }
  description: { en: string; ru: string }
  /** Left out where it does nothing. */
  available?: () => boolean
  action: () => Promise<void> | void
}

export const SHORTCUTS: Shortcut[] = [
  {
    code: 'KeyJ',
    key: { en: 'J', ru: 'О' },
    description: { en: 'the next exercise', ru: 'следующее упражнение' },
    action: () => goBeside(1),
  },
  {
    code: 'KeyK',
    key: { en: 'K', ru: 'Л' },
    description: { en: 'the previous exercise', ru: 'предыдущее упражнение' },
    action: () => goBeside(-1),
  },
  {
    code: 'KeyE',
    key: { en: 'E', ru: 'У' },
    description: { en: 'edit its file on the page', ru: 'редактировать его файл на странице' },
    available: isLive,
    action: () => exerciseInView()?.querySelector<HTMLElement>('[data-action="edit"]')?.click(),
  },
  {
    code: 'KeyR',
    key: { en: 'R', ru: 'К' },
    description: { en: 'check the exercise in view', ru: 'проверить упражнение на экране' },
    available: isLive,
    action: check,
  },
  {
    code: 'KeyH',
    key: { en: 'H', ru: 'Р' },
    description: { en: 'a hint for it', ru: 'подсказка к нему' },
    action: hint,
  },
  {
    code: 'KeyC',
    key: { en: 'C', ru: 'С' },
    description: { en: 'the SQL console', ru: 'консоль SQL' },
    available: () => isLive() && consoleDoor.open !== undefined,
    action: () => consoleDoor.open?.(),
  },
]

/** The shortcut for a key, unless the reader is typing or holds a modifier, or it does nothing here. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (isOther(event) || event.shiftKey) return undefined
  return SHORTCUTS.find(({ code, available }) => code === event.code && (available?.() ?? true))
}

/** `?`, in whichever layout it is typed. */
export function isQuestionMark(event: KeyboardEvent): boolean {
  return event.key === '?' && !isOther(event)
}

// --- internal ---

function isLive(): boolean {
  return workbook.connection === 'live'
}

function isOther({
  ctrlKey,
  altKey,
  metaKey,
  repeat,
  isComposing,
  target,
}: KeyboardEvent): boolean {
  const writes = 'input, textarea, select, dialog, [contenteditable], [role="dialog"]'
  return (
    ctrlKey ||
    altKey ||
    metaKey ||
    repeat ||
    isComposing ||
    (target as Element).matches(`:is(${writes}), :is(${writes}) *`)
  )
}

function goBeside(step: 1 | -1): void {
  const exercise = exerciseBeside(step)
  if (exercise) return goTo(exercise)
  document
    .querySelector<HTMLAnchorElement>(step > 0 ? '.pager-link.next' : '.pager-link.prev')
    ?.click()
}

async function check(): Promise<void> {
  const exercise = exerciseInView()?.dataset.exercise
  if (exercise) await act('exercise/check', { exercise })
}

/** The panel's own button counts the hint; without a running workbook, the page has folds. */
function hint(): void {
  const button = exerciseInView()?.querySelector<HTMLElement>('[data-action="hint"]')
  const fold = exerciseInView()?.querySelector<HTMLElement>('.wb-hint:not([open]) > summary')
  const target = button ?? fold
  target?.click()
  target?.focus()
}
