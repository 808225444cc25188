import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The list as one JSON value: one statement for lists of any length.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations
     WHERE id IN (SELECT id FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$')) AS wanted)
     ORDER BY id`,
    [JSON.stringify(ids)],
  )
  return rows
}
