import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT id, conversation_id, content FROM messages WHERE content LIKE ? ORDER BY timestamp DESC, id DESC`,
    [pattern],
  )
  for (const row of rows) {
    const [titles] = await connection.execute<RowDataPacket[]>(
      'SELECT title FROM conversations WHERE id = ?',
      [row.conversation_id],
    )
    row.title = titles[0]!.title
  }
  return rows
}
