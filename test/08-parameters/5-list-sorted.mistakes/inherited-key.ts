import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

const columns: Record<string, string> = { id: 'id', title: 'title', updated_at: 'updated_at' }
const directions: Record<string, string> = { asc: 'ASC', desc: 'DESC' }

// Every object has a `constructor`.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const by = columns[column]
  const order = directions[direction]
  if (!by) throw new RangeError(`No such column: ${column}`)
  if (!order) throw new RangeError(`No such direction: ${direction}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${by} ${order}`,
  )
  return rows
}
