import type { QueryError } from 'mysql2'
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
}

export class ValidationError extends Error {
  override readonly name = 'ValidationError'
}

export interface NewMessage {
  conversationId: number
  sender: string
  content: string
}

const answers = new Map<number | undefined, (cause: unknown) => Error>([
  [1452, (cause) => new NotFoundError('No such conversation.', { cause })],
  [1048, (cause) => new ValidationError('A value is missing.', { cause })],
  [1265, (cause) => new ValidationError('No such sender.', { cause })],
  [1406, (cause) => new ValidationError('The text is too long.', { cause })],
])

// A table of answers; the driver writes the columns, and there is no try.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, ...rest } = message
  return connection
    .query<ResultSetHeader>('INSERT INTO messages SET ?', [
      { conversation_id: conversationId, ...rest },
    ])
    .then(
      ([{ insertId }]) => insertId,
      (error: Partial<QueryError>) => {
        throw answers.get(error.errno)?.(error) ?? error
      },
    )
}
