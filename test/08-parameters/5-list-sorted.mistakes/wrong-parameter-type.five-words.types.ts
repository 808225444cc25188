import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const columns = ['id', 'title', 'updated_at'] as const
const directions = ['asc', 'desc'] as const

// The compiler shall know the words, so that a caller with a word from a request has to cast.
export async function listSorted(
  connection: Connection,
  column: (typeof columns)[number],
  direction: (typeof directions)[number],
): Promise<Listed[]> {
  if (!columns.includes(column)) throw new RangeError(`Cannot sort by ${String(column)}`)
  if (!directions.includes(direction)) throw new RangeError(`Cannot sort ${String(direction)}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
  )
  return rows
}
