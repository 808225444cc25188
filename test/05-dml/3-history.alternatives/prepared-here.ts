import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function history(
  connection: Connection,
  conversationId: number,
): Promise<RowDataPacket[]> {
  const sql =
    'SELECT m.* FROM messages m WHERE m.conversation_id <=> ? ORDER BY UNIX_TIMESTAMP(m.timestamp), m.id ASC'
  const statement = await connection.prepare(sql)
  try {
    const [rows] = await statement.execute([conversationId])
    const all = rows as RowDataPacket[]
    for (const row of all) delete row.conversation_id
    return all
  } finally {
    connection.unprepare(sql)
  }
}
