import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// query() makes a list of columns from an object; DEFAULT is the default of updated_at.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const [{ insertId }] = await connection.query<ResultSetHeader>('INSERT INTO messages SET ?', {
    conversation_id: message.conversationId,
    sender: message.sender,
    content: message.content,
  })
  await connection.query('UPDATE conversations SET updated_at = DEFAULT WHERE id = ?', [
    message.conversationId,
  ])
  return insertId
}
