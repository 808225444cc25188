import { computed, ref, type ShallowRef } from 'vue'
import { act } from '../composables/act.ts'
import { useExercise } from '../composables/exercise.ts'
import { workbook } from '../composables/workbook.ts'
import type { ExerciseOnPage } from './exercise.ts'
import { useFolds } from './folds.ts'
import type { Message } from './messages.ts'
import { usePanelWords } from './words.ts'

/** The hints of an exercise, one at a time, and its solution: after a pass, or when it is asked for twice. */
export function useHelp(
  { id, hints }: ExerciseOnPage,
  inside: Readonly<ShallowRef<HTMLElement | null>>,
) {
  const words = usePanelWords()
  const { verdict } = useExercise(id)
  const asked = ref(false)
  const revealed = ref(false)
  const progress = computed(() => workbook.progress?.exercises[id])
  const hintsShown = computed(() => Math.min(progress.value?.hintsShown ?? 0, hints))
  const solutionDue = computed(
    () => revealed.value || (verdict.value?.status ?? progress.value?.status) === 'passed',
  )
  const { openLast } = useFolds(inside, () => ({
    hint: hintsShown.value,
    solution: Number(solutionDue.value),
  }))
  return {
    hintsShown,
    solutionDue,
    /** Was it asked for too early? */
    solutionAsked: computed(() => asked.value && !solutionDue.value),
    async takeHint(): Promise<Message> {
      const now = await act('exercise/hint', { exercise: id })
      if (workbook.progress) workbook.progress.exercises[id] = now
      await openLast('hint')
      return { text: words.value.hintOpened(hintsShown.value, hints) }
    },
    async askForSolution(): Promise<Message> {
      const { due } = await act('exercise/solution', { exercise: id })
      asked.value = true
      revealed.value ||= due
      const { solutionNotDue, solutionNotDueNext, solutionOpened } = words.value
      if (!due) return { text: solutionNotDue, next: solutionNotDueNext }
      await openLast('solution')
      return { text: solutionOpened }
    },
  }
}
