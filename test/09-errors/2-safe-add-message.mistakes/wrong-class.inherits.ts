import type { QueryError } from 'mysql2'
import type { Connection, ResultSetHeader } from 'mysql2/promise'

export class ValidationError extends Error {
  override readonly name: string = 'ValidationError'
}

export class NotFoundError extends ValidationError {
  override readonly name = 'NotFoundError'
}

export interface NewMessage {
  conversationId: number
  sender: string
  content: string
}

// Every NotFoundError is a ValidationError, and nothing else is thrown.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  } catch (error) {
    const { errno } = error as Partial<QueryError>
    if (errno === 1452 || errno === 1048 || errno === 1265 || errno === 1406) {
      throw new NotFoundError('The message is not valid.', { cause: error })
    }
    throw error
  }
}
