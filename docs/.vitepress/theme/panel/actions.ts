import { ref, shallowRef, watch, type ShallowRef } from 'vue'
import type { Stretch } from '../../../../workbook/site/difference.ts'
import { act } from '../composables/act.ts'
import { useExercise } from '../composables/exercise.ts'
import { noteOpen, wasOpen } from '../editor/drafts.ts'
import { firstPlace, type ExerciseOnPage } from './exercise.ts'
import { useHelp } from './help.ts'
import { useMessages, type Message } from './messages.ts'
import { usePanelWords } from './words.ts'

export type Step = 'open' | 'edit' | 'check' | 'hint' | 'solution' | 'compare' | 'reset' | 'undo'

/** What the buttons of an exercise do, and the outcome. */
export function useActions(
  exercise: ExerciseOnPage,
  inside: Readonly<ShallowRef<HTMLElement | null>>,
) {
  const words = usePanelWords()
  const messages = useMessages(exercise.file)
  const { verdict } = useExercise(exercise.id)
  const help = useHelp(exercise, inside)
  const message = shallowRef<Message>()
  const difference = shallowRef<Stretch[]>()
  const editing = ref<'no' | 'again' | 'asked'>(wasOpen(exercise.id) ? 'again' : 'no')
  const input = { exercise: exercise.id }

  const steps = {
    async open() {
      const at = firstPlace(verdict.value)
      await act('exercise/open', { ...input, ...(at && { at }) })
      return { text: words.value.opened }
    },
    async edit() {
      editing.value = editing.value === 'no' ? 'asked' : 'no'
      noteOpen(exercise.id, editing.value !== 'no')
    },
    check: () => act('exercise/check', input),
    hint: help.takeHint,
    solution: help.askForSolution,
    async compare() {
      difference.value = await act('exercise/compare', input)
    },
    reset: async () => messages.ofChange('reset', await act('exercise/reset', input)),
    undo: async () => messages.ofChange('undo', await act('exercise/undo-reset', input)),
  } satisfies Record<Step, () => Promise<Message | void>>

  /** Takes a step. What it did, or why it was not taken, becomes the message. */
  const run = async (step: Step) => {
    message.value = (await steps[step]().catch(messages.ofError)) ?? undefined
  }
  // Each verdict is about a file that may have changed.
  watch(verdict, () => {
    if (difference.value) void run('compare')
  })
  return { run, message, difference, editing, ...help }
}
