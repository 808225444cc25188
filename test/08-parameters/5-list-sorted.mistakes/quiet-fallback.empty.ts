import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// An empty direction is mistaken for one that was not given.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  if (direction && !['asc', 'desc'].includes(direction))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
  )
  return rows
}
