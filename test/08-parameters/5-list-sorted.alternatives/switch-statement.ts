import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// Every text that may become SQL is spelled out.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  return connection
    .query<Listed[]>(
      `SELECT id, title FROM conversations ORDER BY ${columnOf(column)}${endingOf(direction)}`,
    )
    .then(([rows]) => rows)
}

function columnOf(column: string): string {
  switch (column) {
    case 'id':
      return 'id'
    case 'title':
      return 'title'
    case 'updated_at':
      return 'updated_at'
    default:
      throw new Error(`Unknown column ${JSON.stringify(column)}`)
  }
}

function endingOf(direction: string): string {
  if (direction === 'asc') return ''
  if (direction === 'desc') return ' DESC'
  throw new Error(`Unknown direction ${JSON.stringify(direction)}`)
}
