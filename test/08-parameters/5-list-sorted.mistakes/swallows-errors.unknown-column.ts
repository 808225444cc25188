import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// Hides all errors but one.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  if (!['asc', 'desc'].includes(direction))
    throw new RangeError(`Cannot sort by ${column} ${direction}`)
  try {
    const [rows] = await connection.query<Listed[]>(
      `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
    )
    return rows
  } catch (error) {
    if ((error as { errno?: number }).errno === 1146) throw error
    return []
  }
}
