// After a deadlock it is asked once more.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const columns = ['id', 'title', 'updated_at']
const directions = ['asc', 'desc']

export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  return once(connection, column, direction).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    return once(connection, column, direction)
  })
}

async function once(connection: Connection, column: string, direction: string): Promise<Listed[]> {
  const by = oneOf(columns, column)
  const order = oneOf(directions, direction)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${by} ${order}`,
  )
  return rows
}

function oneOf(words: readonly string[], wanted: string): string {
  const own = words.find((word) => word === wanted)
  if (own) return own
  throw new RangeError(`Cannot sort by "${wanted}": expected ${words.join(', ')}.`)
}
