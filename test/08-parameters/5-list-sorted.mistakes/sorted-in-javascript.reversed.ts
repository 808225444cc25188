// The server sorts upwards only; JavaScript turns the rows round.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const SQL = new Map([
  ['id', 'SELECT id, title FROM conversations ORDER BY id'],
  ['title', 'SELECT id, title FROM conversations ORDER BY title'],
  ['updated_at', 'SELECT id, title FROM conversations ORDER BY updated_at'],
])

export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const sql = SQL.get(column)
  if (sql === undefined) throw new RangeError(`Cannot sort by ${column}`)
  if (direction !== 'asc' && direction !== 'desc') throw new RangeError(`Cannot sort ${direction}`)
  const [rows] = await connection.query<Listed[]>(sql)
  return direction === 'asc' ? rows : rows.toReversed()
}
