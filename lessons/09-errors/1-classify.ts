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

/**
 * Says what kind of error this is, and so what can be done about it.
 * Decides by what is meant for programs (`errno`, `code`, `fatal`), never by the message, which is meant for people.
 * @param error whatever a `catch` has caught
 */
export function classify(error: unknown): Kind {
  // TODO: find the kind by errno; then ask whether the connection is lost; anything else is unknown
  throw new Error('TODO')
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
