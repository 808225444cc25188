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

// A copy of the error, with all that it has.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  } catch (error) {
    const { errno } = error as Partial<QueryError>
    const cause = Object.assign(new Error((error as Error).message), error)
    // oxlint-disable-next-line preserve-caught-error -- the mistake itself
    if (errno === 1452) throw new NotFoundError('No such conversation.', { cause })
    if (errno === 1048 || errno === 1265 || errno === 1406) {
      // oxlint-disable-next-line preserve-caught-error -- the mistake itself
      throw new ValidationError('The message is not valid.', { cause })
    }
    throw error
  }
}
