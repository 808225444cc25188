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

// Whole classes of SQLSTATE where a class means one thing, errno where it means several.
const tests: [Kind, (facts: Facts) => boolean | undefined][] = [
  ['duplicate', ({ errno }) => within(errno, 1022, 1062, 1586)],
  ['missing-parent', ({ errno }) => within(errno, 1216, 1452)],
  [
    'invalid',
    ({ errno, sqlState }) => within(errno, 1048, 1265, 1366, 3819) || sqlState?.startsWith('22'),
  ],
  ['retryable', ({ errno, sqlState }) => errno === 1205 || sqlState === '40001'],
  ['programming', ({ errno, sqlState }) => errno === 1210 || /^(28|42)/.test(sqlState ?? '')],
  ['connection-lost', ({ fatal }) => fatal],
]

export function classify(error: unknown): Kind {
  if (error instanceof TypeError) return 'programming'
  if (typeof error !== 'object' || error === null) return 'unknown'
  return tests.find(([, fits]) => fits(error as Facts))?.[0] ?? 'unknown'
}
