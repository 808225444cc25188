export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

const byCode: Record<string, Kind> = {
  ER_DUP_ENTRY: 'duplicate',
  ER_NO_REFERENCED_ROW_2: 'missing-parent',
  ER_BAD_NULL_ERROR: 'invalid',
  ER_WARN_DATA_OUT_OF_RANGE: 'invalid',
  WARN_DATA_TRUNCATED: 'invalid',
  ER_DATA_TOO_LONG: 'invalid',
  ER_LOCK_WAIT_TIMEOUT: 'retryable',
  ER_LOCK_DEADLOCK: 'retryable',
  ER_DBACCESS_DENIED_ERROR: 'programming',
  ER_ACCESS_DENIED_ERROR: 'programming',
  ER_BAD_DB_ERROR: 'programming',
  ER_BAD_FIELD_ERROR: 'programming',
  ER_PARSE_ERROR: 'programming',
  ER_NO_SUCH_TABLE: 'programming',
  ER_WRONG_ARGUMENTS: 'programming',
}

// A plain object as the table, without what it inherits.
export function classify(error: unknown): Kind {
  try {
    if (error instanceof TypeError) return 'programming'
    if (!(error instanceof Error)) return 'unknown'
    const { code, fatal } = error as Error & {
      code?: string
      fatal?: boolean
    }
    const kind = Object.hasOwn(byCode, String(code)) ? byCode[String(code)]! : 'unknown'
    return kind === 'unknown' && fatal === true ? 'connection-lost' : kind
  } catch {
    return 'unknown'
  }
}
