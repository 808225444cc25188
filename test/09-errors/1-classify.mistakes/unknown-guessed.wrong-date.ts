// A wrong date is invalid.
import type { QueryError } from 'mysql2'

export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

const kinds = new Map<number | undefined, Kind>([
  [1062, 'duplicate'],
  [1292, 'invalid'],
  [1452, 'missing-parent'],
  [1048, 'invalid'], // NULL where the column forbids it
  [1264, 'invalid'], // a number out of range
  [1265, 'invalid'], // not one of the ENUM's values
  [1406, 'invalid'], // too long
  [1205, 'retryable'], // waited too long for a lock
  [1213, 'retryable'], // deadlock
  [1044, 'programming'], // no rights on the database
  [1045, 'programming'], // wrong user or password
  [1049, 'programming'], // unknown database
  [1054, 'programming'], // unknown column
  [1064, 'programming'], // syntax
  [1146, 'programming'], // unknown table
  [1210, 'programming'], // wrong number of parameters
])

export function classify(error: unknown): Kind {
  try {
    if (error instanceof TypeError) return 'programming'
    if (!(error instanceof Error)) return 'unknown'
    const { errno, fatal } = error as Partial<QueryError>
    return kinds.get(errno) ?? (fatal ? 'connection-lost' : 'unknown')
  } catch {
    // Reading from what was thrown throws as well: a Proxy, or a getter that throws.
    return 'unknown'
  }
}
