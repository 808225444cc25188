import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// A column that exists need not be one that may be sorted by.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  if (!['asc', 'desc'].includes(direction)) throw new RangeError(`No such direction: ${direction}`)
  const [known] = await connection.execute<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.COLUMNS
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'conversations' AND COLUMN_NAME = ?`,
    [column],
  )
  if (known.length === 0) throw new RangeError(`No such column: ${column}`)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ?? ${direction}`,
    [column],
  )
  return rows
}
