// The message is made with replace(), which expands $&, $$ and $' in the value.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const UNKNOWN = 'Cannot sort by «value»'
const COLUMNS = ['id', 'title', 'updated_at']
const DIRECTIONS = ['asc', 'desc']

function check(allowed: string[], value: string): void {
  if (!allowed.includes(value)) throw new RangeError(UNKNOWN.replace('value', value))
}

export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  check(COLUMNS, column)
  check(DIRECTIONS, direction)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
  )
  return rows
}
