import type { Connection, RowDataPacket } from 'mysql2/promise'

const columns = ['id', 'title', 'updated_at']
const directions = ['asc', 'desc']

// Any type will do, somebody in a hurry thought.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<any[]> {
  const by = oneOf(columns, column)
  const order = oneOf(directions, direction)
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT id, title FROM conversations ORDER BY ${by} ${order}`,
  )
  return rows
}
function oneOf(words: readonly string[], wanted: string): string {
  const own = words.find((word) => word === wanted)
  if (own) return own
  throw new RangeError(`Cannot sort by "${wanted}": expected ${words.join(', ')}.`)
}
