// Other values that a table may reject.
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

export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [message.conversationId, message.sender, message.content],
    )
    return result.insertId
  } catch (error) {
    throw translate(error, message)
  }
}

const refusedValues = [1048, 1264, 1265, 1292, 1366, 1406]

function translate(error: unknown, { conversationId }: NewMessage): unknown {
  const { errno } = error as Partial<QueryError>
  if (errno === 1452) {
    return new NotFoundError(`There is no conversation ${conversationId}.`, { cause: error })
  }
  if (errno !== undefined && refusedValues.includes(errno)) {
    return new ValidationError('The message has a value that the table refuses.', { cause: error })
  }
  return error
}
