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
const sql = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(sql, [
      message.conversationId,
      message.sender,
      message.content,
    ])
    return result.insertId
  } catch (error) {
    await connection.rollback().catch(() => {})
    const { errno } = error as { errno?: number }
    if (errno === 1452) throw new NotFoundError('There is no such conversation.', { cause: error })
    if (errno === 1048 || errno === 1265 || errno === 1406)
      throw new ValidationError('The table refuses it.', { cause: error })
    throw error
  }
}
