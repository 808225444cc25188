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

// A deadlock and a lock wait that was too long: once more.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  } catch (error) {
    const { errno } = error as Partial<QueryError>
    if (errno === 1452) throw new NotFoundError('No such conversation.', { cause: error })
    if (errno === 1048 || errno === 1265 || errno === 1406) {
      throw new ValidationError('The message is not valid.', { cause: error })
    }
    if (errno !== 1213 && errno !== 1205) throw error
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  }
}
