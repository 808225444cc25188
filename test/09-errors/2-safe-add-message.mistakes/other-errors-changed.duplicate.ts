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

export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  } catch (error) {
    const { code } = error as { code?: string }
    switch (code) {
      case 'ER_NO_REFERENCED_ROW_2':
        throw new NotFoundError('No such conversation.', { cause: error })
      case 'ER_DUP_ENTRY':
      case 'ER_BAD_NULL_ERROR':
      case 'WARN_DATA_TRUNCATED':
      case 'ER_DATA_TOO_LONG':
        throw new ValidationError('The message is not valid.', { cause: error })
      default:
        throw error
    }
  }
}
