/** One line of the bench: what was measured beside its yardstick, both in the same run, in turns. */
export interface Figure {
  what: string
  /** What it is compared with; empty where a figure speaks for itself. */
  yardstick: string
  /** Each run; milliseconds, or megabytes where `unit` says so. At least one. */
  values: number[]
  base: number[]
  unit: 'ms' | 'MB'
  /** How the medians are compared, and the goal in that form. */
  goal: {
    kind: 'ratio' | 'extra' | 'at-most'
    limit: number
    /** How far the slow ones may be off: the 95th percentile beside the yardstick's median. */
    tail?: number
  }
  /** Anything a reader must know. */
  note: string
}

/** The figure in the form of its goal: a ratio, a difference in its unit, or the plain value. */
export function score({ goal, values, base }: Figure, value = median(values)): number {
  if (goal.kind === 'at-most') return value
  return goal.kind === 'ratio' ? value / median(base) : value - median(base)
}

export function isMet(figure: Figure): boolean {
  const { limit, tail = Infinity } = figure.goal
  return score(figure) <= limit && score(figure, percentile(figure.values, 95)) <= tail
}

/** For people: `× 1.20, goal ≤ 1.15`. */
export function resultOf(figure: Figure): string {
  const { goal, unit } = figure
  const reached = score(figure)
  if (goal.kind === 'ratio') return `× ${reached.toFixed(2)}, goal ≤ ${goal.limit}`
  if (goal.kind === 'extra') return `+ ${reached.toFixed(0)} ${unit}, goal ≤ + ${goal.limit}`
  return `goal ≤ ${goal.limit} ${unit}`
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The smallest value that this percentage of the values does not exceed. */
export function percentile(values: readonly number[], hundredth: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.ceil((sorted.length * hundredth) / 100) - 1
  return sorted[Math.max(0, at)]!
}
