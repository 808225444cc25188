export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

const states = new Map<string | undefined, Kind>([
  ['23000', 'duplicate'],
  ['22001', 'invalid'],
  ['22003', 'invalid'],
  ['01000', 'invalid'],
  ['40001', 'retryable'],
  ['HY000', 'retryable'],
  ['42000', 'programming'],
  ['42S02', 'programming'],
  ['42S22', 'programming'],
  ['28000', 'programming'],
])

// SQLSTATE is a class of errors, not an error.
export function classify(error: unknown): Kind {
  if (error instanceof TypeError) return 'programming'
  if (!(error instanceof Error)) return 'unknown'
  const { sqlState, fatal } = error as Error & { sqlState?: string; fatal?: boolean }
  return states.get(sqlState) ?? (fatal ? 'connection-lost' : 'unknown')
}
