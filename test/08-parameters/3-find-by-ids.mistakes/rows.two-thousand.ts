import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

/**
 * Finds the conversations with these ids, ordered by id, with one statement.
 * Ids that do not exist are ignored, and an id that occurs twice counts once. For an empty list it returns an empty
 * array.
 */
export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const some = ids.slice(0, 2000)
  if (some.length === 0) return []
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${some.map(() => '?').join(', ')}) ORDER BY id`,
    some,
  )
  return rows
}

// npx tsx lessons/08-parameters/3-find-by-ids.ts
await practise(import.meta, async (connection) => {
  console.table(await findByIds(connection, [3, 1, 999]))
  console.table(await findByIds(connection, []))
})
