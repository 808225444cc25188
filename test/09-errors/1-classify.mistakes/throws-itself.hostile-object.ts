export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'
const kinds: Record<number, Kind> = {
  1062: 'duplicate',
  1452: 'missing-parent',
  1048: 'invalid',
  1264: 'invalid',
  1265: 'invalid',
  1406: 'invalid',
  1205: 'retryable',
  1213: 'retryable',
  1044: 'programming',
  1045: 'programming',
  1049: 'programming',
  1054: 'programming',
  1064: 'programming',
  1146: 'programming',
  1210: 'programming',
}
interface Facts {
  code?: string
  errno?: number
  fatal?: boolean
  sqlState?: string
}
export function classify(error: unknown): Kind {
  if (error instanceof TypeError) return 'programming'
  const { errno, fatal } = Object(error) as Facts
  const known = Object.entries(kinds).find(([number]) => number === `${errno as unknown as string}`)
  return known?.[1] ?? (fatal ? 'connection-lost' : 'unknown')
}
