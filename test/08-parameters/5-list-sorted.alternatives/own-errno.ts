import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

// Our own error with our own number.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  for (const [word, words] of [
    [column, ['id', 'title', 'updated_at']],
    [direction, ['asc', 'desc']],
  ] as const) {
    if (!words.some((one) => one === word))
      throw Object.assign(new Error(`Cannot sort by ${word}`), { errno: 400, code: 'E_SORT' })
  }
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
  )
  return rows
}
