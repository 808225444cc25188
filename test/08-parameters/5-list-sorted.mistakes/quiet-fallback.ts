import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// Safe, but a typo gives a different order.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const by = ['id', 'title', 'updated_at'].includes(column) ? column : 'id'
  const order = direction === 'desc' ? 'DESC' : 'ASC'
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${by} ${order}`,
  )
  return rows
}
