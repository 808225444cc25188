export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

interface Facts {
  errno?: number
  sqlState?: string
  fatal?: boolean
}

const within = (errno: number | undefined, ...numbers: number[]) => numbers.includes(errno ?? 0)

// SQLSTATE where it means one thing, errno where it means several.
const tests: [Kind, (facts: Facts) => boolean | undefined][] = [
  ['duplicate', ({ errno }) => within(errno, 1062)],
  ['missing-parent', ({ errno }) => within(errno, 1452)],
  ['invalid', ({ errno }) => within(errno, 1048, 1264, 1265, 1406)],
  ['retryable', ({ errno, sqlState }) => within(errno, 1205) || sqlState === '40001'],
  ['programming', ({ errno }) => within(errno, 1044, 1045, 1049, 1054, 1064, 1146, 1210)],
  ['connection-lost', ({ fatal }) => fatal],
]

export function classify(error: unknown): Kind {
  try {
    if (error instanceof TypeError) return 'programming'
    if (!(error instanceof Error)) return 'unknown'
    return tests.find(([, fits]) => fits(error as Facts))?.[0] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
