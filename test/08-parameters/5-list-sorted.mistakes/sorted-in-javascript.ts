import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// A different order from the database's, and the whole table in memory.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`No such column: ${column}`)
  if (!['asc', 'desc'].includes(direction)) throw new RangeError(`No such direction: ${direction}`)
  const [rows] = await connection.execute<Listed[]>(
    'SELECT id, title, updated_at FROM conversations',
  )
  const sign = direction === 'asc' ? 1 : -1
  return rows
    .toSorted((a, b) => (a[column] < b[column] ? -sign : sign))
    .map(({ id, title }) => ({ id, title }) as Listed)
}
