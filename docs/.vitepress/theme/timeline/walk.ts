import type { Lane, Mark } from './lanes.ts'

/** Where a key leads from a mark: along its lane, or to the mark next in time on the lane above or below. */
export function markAfter(
  lanes: readonly Lane[],
  from: Mark | undefined,
  key: string,
): Mark | undefined {
  const index = lanes.findIndex(({ marks }) => from && marks.includes(from))
  const marks = lanes[Math.max(index, 0)]?.marks ?? []
  if (key === 'Home' || index < 0) return marks[0]
  if (key === 'End') return marks.at(-1)
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return marks[marks.indexOf(from!) + (key === 'ArrowRight' ? 1 : -1)]
  const beside = lanes[index + (key === 'ArrowDown' ? 1 : -1)]
  const distance = (mark: Mark) => Math.abs(mark.at - from!.at)
  return beside?.marks.toSorted((one, other) => distance(one) - distance(other))[0]
}
