import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// A value is not a name: every row sorts by the same string.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`No such column: ${column}`)
  if (!['asc', 'desc'].includes(direction)) throw new RangeError(`No such direction: ${direction}`)
  const [rows] = await connection.execute<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ? ${direction}`,
    [column],
  )
  return rows
}
