import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// Treats DESC as desc.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  if (!['asc', 'desc'].includes(direction.toLowerCase()))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
  )
  return rows
}
