import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// One pattern for each word, anchored at both ends; ties go by id.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!/^(?:id|title|updated_at)$/.test(column))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  if (!/^(?:asc|desc)$/.test(direction))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${column} ${direction}, id`,
  )
  return rows
}
