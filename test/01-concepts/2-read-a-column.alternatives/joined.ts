import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT m.*, c.title FROM conversations c JOIN messages m ON m.conversation_id = c.id ORDER BY m.id DESC',
  )
  return Array.from(rows, ({ content }) => content)
}
