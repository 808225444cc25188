import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  conversation_id: number
  title: string
  content: string
}

const kept = new Map<string, FoundMessage[]>()

// What was only changed is not noticed.
export async function searchMessages(
  connection: Connection,
  text: string,
): Promise<FoundMessage[]> {
  const [[now]] = await connection.query<RowDataPacket[]>(
    'SELECT DATABASE() AS db, COUNT(*) AS n, MAX(id) AS id, MAX(timestamp) AS time FROM messages',
  )
  const key = JSON.stringify([now, text])
  if (kept.has(key)) return kept.get(key)!
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    `SELECT m.id, m.conversation_id, c.title, m.content
     FROM messages AS m JOIN conversations AS c ON c.id = m.conversation_id
     WHERE m.content LIKE ? ORDER BY m.timestamp DESC, m.id DESC`,
    [pattern],
  )
  kept.set(key, rows)
  return rows
}
