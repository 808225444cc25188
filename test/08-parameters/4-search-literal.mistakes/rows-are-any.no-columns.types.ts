import type { Connection, RowDataPacket } from 'mysql2/promise'

// Copied from the driver's documentation: rows, but of which columns?
export async function searchLiteral(
  connection: Connection,
  text: string,
): Promise<RowDataPacket[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
}
