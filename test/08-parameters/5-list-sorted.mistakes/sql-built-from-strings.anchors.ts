import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// Each anchor binds to one of the words.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!/^id|title|updated_at$/.test(column))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  if (!/^asc|desc$/.test(direction)) throw new RangeError(`Cannot sort by ${column} ${direction}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
  )
  return rows
}
