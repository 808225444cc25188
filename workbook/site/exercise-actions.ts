import type { Watcher } from '../watcher.ts'
import { exerciseOfPage, type ActionHandlers } from './actions.ts'

/** What the buttons of an exercise's panel do. */
export function exerciseActions({ check }: Pick<Watcher, 'check'>) {
  return {
    'exercise/check': ({ exercise }) => check(exerciseOfPage(exercise)),
  } satisfies Partial<ActionHandlers>
}
