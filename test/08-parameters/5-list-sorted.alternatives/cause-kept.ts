import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// A server error is passed on as the cause.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  if (!['asc', 'desc'].includes(direction))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  const [rows] = await connection
    .query<Listed[]>(`SELECT id, title FROM conversations ORDER BY ${column} ${direction}`)
    .catch((cause: unknown) => {
      throw new Error('The list could not be read.', { cause })
    })
  return rows
}
