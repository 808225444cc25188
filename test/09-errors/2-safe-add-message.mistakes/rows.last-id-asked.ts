// Wrong: the id is asked for in a second statement; another call on the same connection may come in between.
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
    await connection.execute(insert, [message.conversationId, message.sender, message.content])
  } catch (error) {
    throw translate(error)
  }
  const [rows] = await connection.query<(RowDataPacket & { id: number })[]>(
    'SELECT LAST_INSERT_ID() AS id',
  )
  return rows[0]!.id
}
