import { mistake } from '#support'

export interface Placed {
  id: number
  timestamp: Date
}

/**
 * The right rows in a wrong order: names the mistake. Silent when the order is right or the rows are different ones.
 * @param expected in the right order: by time, within one second by id
 */
export function judgeOrder(seen: readonly Placed[], expected: readonly Placed[]): void {
  const details = { expected, seen }
  if (!sameRows(seen, expected) || order(seen) === order(expected)) return
  if (order(seen) === order(expected.toReversed())) throw mistake('newest-first', details)
  const byId = expected.toSorted((a, b) => a.id - b.id)
  if (order(seen) === order(byId)) throw mistake('order-of-arrival', details)
  if (times(seen) === times(expected)) throw mistake('orders-by-timestamp', details)
  if (times(seen) === times(expected.toReversed())) throw mistake('newest-first', details)
}

/** The ids in order, for comparing. */
export function order(rows: readonly Placed[]): string {
  return rows.map(({ id }) => id).join()
}

/** The times in order, for comparing. */
export function times(rows: readonly Placed[]): string {
  return rows.map(({ timestamp }) => Number(timestamp)).join()
}

/** The same rows, in whatever order? */
export function sameRows(some: readonly Placed[], others: readonly Placed[]): boolean {
  const sorted = (rows: readonly Placed[]) => order(rows.toSorted((a, b) => a.id - b.id))
  return sorted(some) === sorted(others)
}
