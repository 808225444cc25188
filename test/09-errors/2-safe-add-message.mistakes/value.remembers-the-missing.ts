import type { QueryError } from 'mysql2'
import type { Connection, ResultSetHeader } from 'mysql2/promise'

/** Thrown when there is no conversation to add to. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
}

/** Thrown when the table rejects a value of the message. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError'
}

export interface NewMessage {
  conversationId: number
  sender: string
  content: string
}

const refused = new Set([1048, 1265, 1406])

function translate(error: unknown): unknown {
  const errno = (error as QueryError | null)?.errno
  if (errno === 1452) return new NotFoundError('There is no such conversation.', { cause: error })
  if (errno !== undefined && refused.has(errno)) {
    return new ValidationError('The message was rejected.', { cause: error })
  }
  return error
}

const INSERT = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'

const missing = new Map<number, NotFoundError>()

export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const known = missing.get(conversationId)
  if (known) throw new NotFoundError(known.message, { cause: known.cause })
  try {
    const [result] = await connection.execute<ResultSetHeader>(INSERT, [
      conversationId,
      sender,
      content,
    ])
    return result.insertId
  } catch (error) {
    const translated = translate(error)
    if (translated instanceof NotFoundError) missing.set(conversationId, translated)
    throw translated
  }
}
