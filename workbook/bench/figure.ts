/** One line of the bench: a figure beside its yardstick, both taken in the same run. */
export interface Figure {
  what: string
  /** What it is held against. */
  yardstick: string
  /** Medians; milliseconds, or megabytes where `unit` says so. */
  value: number
  base: number
  unit: 'ms' | 'MB'
  /** How the two are compared, and the goal in that form. */
  goal: { kind: 'ratio' | 'times-faster' | 'extra' | 'at-most'; limit: number }
  /** How often each was taken, and whatever a reader must know. */
  note: string
}

/** The figure in the form of its goal: a ratio, a difference in its unit, or the plain value. */
export function score({ goal, value, base }: Figure): number {
  const forms = {
    ratio: value / base,
    'times-faster': base / value,
    extra: value - base,
    'at-most': value,
  }
  return forms[goal.kind]
}

export function isMet(figure: Figure): boolean {
  const reached = score(figure)
  return figure.goal.kind === 'times-faster'
    ? reached >= figure.goal.limit
    : reached <= figure.goal.limit
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
