// Wrong: the message's time comes from this program's clock, to the second.
import type { QueryError } from 'mysql2'
import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

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

const refusedValues = new Set<number | undefined>([1048, 1265, 1406])

const translate = (error: unknown): unknown => {
  const errno = (error as QueryError | null)?.errno
  if (errno === 1452) return new NotFoundError('There is no such conversation.', { cause: error })
  if (refusedValues.has(errno))
    return new ValidationError('The message was rejected.', { cause: error })
  return error
}

const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'

export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content, timestamp) VALUES (?, ?, ?, FROM_UNIXTIME(?))',
      [
        message.conversationId,
        message.sender,
        message.content,
        Math.floor((performance.timeOrigin + performance.now()) / 1000),
      ],
    )
    return result.insertId
  } catch (error) {
    throw translate(error)
  }
}
