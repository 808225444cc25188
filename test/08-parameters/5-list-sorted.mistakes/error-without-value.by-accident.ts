import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// It fails by accident: cannot read properties of undefined.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const by = ['id', 'title', 'updated_at'].find((name) => name === column)!
  const order = ['asc', 'desc'].find((name) => name === direction)!
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${by.trim()} ${order.trim()}`,
  )
  return rows
}
