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

// The words of the message decide.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  } catch (error) {
    const { message: words } = error as Error
    if (/foreign key constraint fails/.test(words)) {
      throw new NotFoundError('No such conversation.', { cause: error })
    }
    if (/cannot be null|truncated|too long/.test(words)) {
      throw new ValidationError('The message is not valid.', { cause: error })
    }
    throw error
  }
}
