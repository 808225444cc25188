import type { SceneStep } from '../content/scenes.ts'
import type { StepView } from './types.ts'

/**
 * The statement that comes next: the first in this order that has not been sent yet, of a session that is not waiting. Within
 * a session the order is the author's. Undefined at the end, and while all sessions with something left are waiting.
 * @param order the numbers of the steps, as the reader wants them
 */
export function nextStep(
  order: readonly number[],
  script: readonly Pick<SceneStep, 'session'>[],
  steps: readonly Pick<StepView, 'state'>[],
): number | undefined {
  return order.find((index) => steps[index]!.state === 'ready' && isFree(index, script, steps))
}

/** Are all earlier statements of its session answered? */
export function isFree(
  index: number,
  script: readonly Pick<SceneStep, 'session'>[],
  steps: readonly Pick<StepView, 'state'>[],
): boolean {
  const { session } = script[index]!
  return steps
    .slice(0, index)
    .every(({ state }, earlier) => state === 'done' || script[earlier]!.session !== session)
}
