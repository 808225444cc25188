import type { QueryError } from 'mysql2'

// A thrown text goes into the log as it is, line breaks and all.
export function logError(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${String(error)}`
  const { code, errno, sqlState, fatal } = error as Partial<QueryError>
  const line = [
    error.name,
    code,
    errno === undefined ? undefined : `errno=${errno}`,
    sqlState === undefined ? undefined : `sqlState=${sqlState}`,
    fatal ? 'fatal' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
  return error.cause === undefined ? line : `${line} <- ${logError(error.cause)}`
}
