import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

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

// Asks first, with a lock, which a caller's transaction keeps; otherwise the INSERT finds out by itself.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ? FOR SHARE',
      [message.conversationId],
    )
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  } catch (error) {
    throw asAnswer(error)
  }
}

function asAnswer(error: unknown): unknown {
  switch ((error as { errno?: number }).errno) {
    case 1452:
      return new NotFoundError('No such conversation.', { cause: error })
    case 1048:
    case 1265:
    case 1406:
      return new ValidationError('The message is not valid.', { cause: error })
    default:
      return error
  }
}
