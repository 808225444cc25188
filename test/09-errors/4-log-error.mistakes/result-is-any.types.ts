import type { QueryError } from 'mysql2'

// A line of a log is read by people, somebody in a hurry thought.
export function logError(error: unknown): any {
  if (!(error instanceof Error)) return `thrown: ${error === null ? 'null' : typeof error}`
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
