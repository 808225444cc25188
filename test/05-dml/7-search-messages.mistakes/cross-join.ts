import type { Connection, RowDataPacket } from 'mysql2/promise'

// A join without a condition.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages m JOIN conversations c 
     WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC`,
    [pattern],
  )
  return rows
}
