import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// The word is compared, never run: it may be a value.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`No such column: ${column}`)
  if (!['asc', 'desc'].includes(direction)) throw new RangeError(`No such direction: ${direction}`)
  const sign = direction === 'desc' ? 'DESC' : 'ASC'
  const [rows] = await connection.execute<Listed[]>(
    `SELECT id, title FROM conversations
     ORDER BY CASE ? WHEN 'id' THEN id END ${sign},
              CASE ? WHEN 'title' THEN title END ${sign},
              CASE ? WHEN 'updated_at' THEN updated_at END ${sign}`,
    [column, column, column],
  )
  return rows
}
