import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

// The bytes of the text; the id by a question.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  const { conversationId, sender, content } = message
  const bytes = Buffer.from(content, 'utf8')
  await connection.execute({
    sql: 'INSERT messages SET conversation_id = ?, sender = ?, content = CONVERT(? USING utf8mb4)',
    values: [conversationId, sender, bytes],
  })
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT LAST_INSERT_ID() AS id')
  await connection.execute(
    'UPDATE conversations SET updated_at = LOCALTIMESTAMP() WHERE id = ? LIMIT 1',
    [conversationId],
  )
  return Number(row!['id'])
}
