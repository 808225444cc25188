export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

// Not everything can be read.
export function classify(error: unknown): Kind {
  if (error instanceof TypeError) return 'programming'
  if (!(error instanceof Error)) return 'unknown'
  const { code, fatal } = error as Error & { code?: string; fatal?: boolean }
  switch (code) {
    case 'ER_DUP_ENTRY':
      return 'duplicate'
    case 'ER_NO_REFERENCED_ROW_2':
      return 'missing-parent'
    case 'ER_BAD_NULL_ERROR':
    case 'ER_WARN_DATA_OUT_OF_RANGE':
    case 'WARN_DATA_TRUNCATED':
    case 'ER_DATA_TOO_LONG':
      return 'invalid'
    case 'ER_LOCK_WAIT_TIMEOUT':
    case 'ER_LOCK_DEADLOCK':
      return 'retryable'
    case 'ER_ACCESS_DENIED_ERROR':
    case 'ER_DBACCESS_DENIED_ERROR':
    case 'ER_BAD_DB_ERROR':
    case 'ER_PARSE_ERROR':
    case 'ER_BAD_FIELD_ERROR':
    case 'ER_NO_SUCH_TABLE':
    case 'ER_WRONG_ARGUMENTS':
      return 'programming'
    default:
      return fatal ? 'connection-lost' : 'unknown'
  }
}
