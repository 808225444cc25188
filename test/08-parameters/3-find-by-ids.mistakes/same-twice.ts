import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// The join gives a row for each entry of the list, and an entry may occur twice.
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    `SELECT c.id, c.title
     FROM JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$')) AS wanted
     JOIN conversations AS c ON c.id = wanted.id
     ORDER BY c.id`,
    [JSON.stringify(ids)],
  )
  return rows
}
