// The seconds of updated_at do not count.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const COLUMNS = new Map([
  ['id', 'id'],
  ['title', 'title'],
  ['updated_at', "DATE_FORMAT(updated_at, '%Y-%m-%d %H:%i')"],
])
const DIRECTIONS = ['asc', 'desc']

export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const expression = COLUMNS.get(column)
  if (expression === undefined) throw new RangeError(`Cannot sort by ${column}`)
  if (!DIRECTIONS.includes(direction)) throw new RangeError(`Cannot sort ${direction}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${expression} ${direction}, id`,
  )
  return rows
}
