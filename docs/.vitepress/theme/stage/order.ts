import type { StageView } from '../../../../workbook/stage/types.ts'
import type { SceneScript } from '../../../../workbook/site/events.ts'

/** The order with this statement right after those that have been sent. */
export function movedStep(order: readonly number[], index: number, view: StageView): number[] {
  const sent = sentFirst(order, view)
  const left = order.filter((one) => !sent.includes(one) && one !== index)
  return [...sent.filter((one) => one !== index), index, ...left]
}

/** The order in which a scene was played, remembered for the next time. */
export function plainOrder(order: readonly number[], view: StageView): number[] {
  const sent = sentFirst(order, view)
  return [...sent, ...order.filter((one) => !sent.includes(one))]
}

/**
 * The order with a statement moved to the place of another. Undefined when it can't go there: what has been sent stays, and
 * each session keeps its statements in the order of the scene.
 */
export function droppedStep(
  order: readonly number[],
  index: number,
  onto: number,
  steps: SceneScript['steps'],
  view: StageView,
): number[] | undefined {
  const without = order.filter((one) => one !== index)
  const at = order.indexOf(onto)
  const moved = without.toSpliced(at, 0, index)
  const isFixed = (one: number) => view.steps[one]!.state !== 'ready'
  const own = moved.filter((one) => steps[one]!.session === steps[index]!.session)
  const inTurn = own.every((one, place) => place === 0 || own[place - 1]! < one)
  return isFixed(index) || isFixed(onto) || !inTurn ? undefined : moved
}

// --- internal ---

function sentFirst(order: readonly number[], { steps }: StageView): number[] {
  return order
    .filter((one) => steps[one]!.turn !== undefined)
    .toSorted((one, other) => steps[one]!.turn! - steps[other]!.turn!)
}
