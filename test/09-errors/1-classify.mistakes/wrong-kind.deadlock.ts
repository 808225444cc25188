import type { QueryError } from 'mysql2'
import { practise } from '#workbook/practice'

export type Kind =
  | 'duplicate'
  | 'missing-parent'
  | 'invalid'
  | 'retryable'
  | 'connection-lost'
  | 'programming'
  | 'unknown'

// #region solution
/** The server's error numbers, and what each of them means for the caller. */
const kinds = new Map<number | undefined, Kind>([
  [1062, 'duplicate'],
  [1452, 'missing-parent'],
  [1048, 'invalid'], // NULL where the column forbids it
  [1264, 'invalid'], // a number out of range
  [1265, 'invalid'], // not one of the ENUM's values
  [1406, 'invalid'], // too long
  [1205, 'retryable'], // waited too long for a lock
  [1213, 'invalid'], // deadlock
  [1044, 'programming'], // no rights on the database
  [1045, 'programming'], // wrong user or password
  [1049, 'programming'], // unknown database
  [1054, 'programming'], // unknown column
  [1064, 'programming'], // syntax
  [1146, 'programming'], // unknown table
  [1210, 'programming'], // wrong number of parameters
])
// #endregion

/**
 * Says what kind of error this is, and so what can be done about it.
 * Decides by what is meant for programs (`errno`, `code`, `fatal`), never by the message, which is meant for people.
 * @param error whatever a `catch` has caught
 */
export function classify(error: unknown): Kind {
  // #region TODO: find the kind by errno; then ask whether the connection is lost; anything else is unknown
  try {
    if (error instanceof TypeError) return 'programming'
    if (!(error instanceof Error)) return 'unknown'
    const { errno, fatal } = error as Partial<QueryError>
    return kinds.get(errno) ?? (fatal ? 'connection-lost' : 'unknown')
  } catch {
    // Reading from what was thrown throws as well: a Proxy, or a getter that throws.
    return 'unknown'
  }
  // #endregion
}

// npx tsx lessons/09-errors/1-classify.ts
await practise(import.meta, async (connection) => {
  const statements = [
    "INSERT INTO conversations (id, title) SELECT MIN(id), 'Again' FROM conversations",
    "INSERT INTO messages (conversation_id, sender, content) VALUES (-1, 'user', 'Hello?')",
    "INSERT INTO messages (conversation_id, sender, content) VALUES (-1, 'robot', 'Beep')",
    'SELEKT 1',
  ]
  for (const sql of statements) {
    await connection.query(sql).catch((error: QueryError) => {
      console.log(classify(error).padEnd(15), error.errno, error.code)
    })
  }
})
