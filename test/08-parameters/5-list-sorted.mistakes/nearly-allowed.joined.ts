import type { Connection, RowDataPacket } from 'mysql2/promise'

// Both words together are looked up.

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const orders = new Map(
  ['id', 'title', 'updated_at'].flatMap((column) =>
    ['asc', 'desc'].map((direction) => [column + direction, `${column} ${direction}`] as const),
  ),
)

export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const order = orders.get(column + direction)
  if (!order) throw new RangeError(`Cannot sort by "${column}" "${direction}".`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${order}`,
  )
  return rows
}
