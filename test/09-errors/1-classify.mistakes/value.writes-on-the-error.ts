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
  ...[1048, 1264, 1265, 1406].map((errno) => [errno, 'invalid'] as const),
  [1205, 'retryable'],
  [1213, 'retryable'],
  ...[1044, 1045, 1049, 1054, 1064, 1146, 1210].map((errno) => [errno, 'programming'] as const),
])

// The error belongs to the caller, and it may be frozen.
export function classify(error: unknown): Kind {
  try {
    if (error instanceof TypeError) return 'programming'
    if (!(error instanceof Error)) return 'unknown'
    const { errno, fatal } = error as Error & { errno?: unknown; fatal?: unknown }
    const kind = kinds.get(errno) ?? (fatal === true ? 'connection-lost' : 'unknown')
    return Object.assign(error, { kind }).kind
  } catch {
    return 'unknown'
  }
}
