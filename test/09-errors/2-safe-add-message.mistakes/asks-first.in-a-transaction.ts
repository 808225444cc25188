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

// A transaction does not lock what it only reads.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  await connection.beginTransaction()
  try {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT id FROM conversations WHERE id = ?',
      [message.conversationId],
    )
    if (rows.length === 0)
      throw new NotFoundError('No such conversation.', { cause: { errno: 1452 } })
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    await connection.commit()
    return result.insertId
  } catch (error) {
    await connection.rollback()
    const { errno } = error as { errno?: number }
    if (errno === 1048 || errno === 1265 || errno === 1406) {
      throw new ValidationError('The message is not valid.', { cause: error })
    }
    throw error
  }
}
