export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

const kinds = new Map<unknown, Kind>([
  [1062, 'duplicate'],
  [1452, 'missing-parent'],
  [1048, 'invalid'],
  [1264, 'invalid'],
  [1265, 'invalid'],
  [1406, 'invalid'],
  [1205, 'retryable'],
  [1213, 'retryable'],
  [1044, 'programming'],
  [1045, 'programming'],
  [1049, 'programming'],
  [1054, 'programming'],
  [1064, 'programming'],
  [1146, 'programming'],
  [1210, 'programming'],
])
const codes = ['PROTOCOL_CONNECTION_LOST', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']

// The statement that was running has a code; the next one on the same connection has none.
export function classify(error: unknown): Kind {
  if (error instanceof TypeError) return 'programming'
  if (!(error instanceof Error)) return 'unknown'
  const { errno, code } = error as Error & { errno?: number; code?: string }
  return kinds.get(errno) ?? (codes.includes(code ?? '') ? 'connection-lost' : 'unknown')
}
