import type { Connection, ResultSetHeader } from 'mysql2/promise'

// A class with a static table, named placeholders.

abstract class Refused extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause })
    this.name = new.target.name
  }
}

export class NotFoundError extends Refused {}

export class ValidationError extends Refused {}

export interface NewMessage {
  conversationId: number
  sender: string
  content: string
}

const classes = new Map<unknown, typeof NotFoundError | typeof ValidationError>([
  ['ER_NO_REFERENCED_ROW_2', NotFoundError],
  ['ER_BAD_NULL_ERROR', ValidationError],
  ['WARN_DATA_TRUNCATED', ValidationError],
  ['ER_DATA_TOO_LONG', ValidationError],
])

export function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  return connection
    .query<ResultSetHeader>(
      {
        sql: `INSERT INTO messages SET conversation_id = :conversationId, sender = :sender, content = :content`,
        namedPlaceholders: true,
      },
      { conversationId, sender, content },
    )
    .then(
      ([{ insertId }]) => insertId,
      (error: unknown) => {
        const Known =
          error instanceof Error && classes.get((error as { code?: unknown } & Error).code)
        throw Known ? new Known('Refused.', error) : error
      },
    )
}
