import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

const columns: Record<string, string> = { id: 'id', title: 'title', updated_at: 'updated_at' }
const directions: Record<string, string> = { asc: 'ASC', desc: 'DESC' }

// Only what the object itself has.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!Object.hasOwn(columns, column)) throw new TypeError(`Unknown column: ${column}`)
  if (!Object.hasOwn(directions, direction)) throw new TypeError(`Unknown direction: ${direction}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ?? ${directions[direction]}`,
    [columns[column]],
  )
  return rows
}
