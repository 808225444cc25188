import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// An error looks like an empty result.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['id', 'title', 'updated_at'].includes(column))
    throw new RangeError(`No such column: ${column}`)
  if (!['asc', 'desc'].includes(direction)) throw new RangeError(`No such direction: ${direction}`)
  try {
    const [rows] = await connection.query<Listed[]>(
      `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
    )
    return rows
  } catch {
    return []
  }
}
