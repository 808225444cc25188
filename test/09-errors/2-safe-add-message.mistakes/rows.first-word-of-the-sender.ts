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

const refusedValues = [1048, 1265, 1406]

export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [
        message.conversationId,
        message.sender === 'AI' ? 'ai' : message.sender && message.sender.split(' ')[0]!,
        message.content,
      ],
    )
    return result.insertId
  } catch (error) {
    const { errno, code, sqlState, fatal, message: text } = Object(error)
    if (errno === 1452) throw new NotFoundError('There is no such conversation.', { cause: error })
    if (refusedValues.includes(errno))
      throw new ValidationError('A value was rejected.', { cause: error })
    throw error
  }
}
