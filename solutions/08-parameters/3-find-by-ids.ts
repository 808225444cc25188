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
  // #region TODO: one placeholder per id, and an answer for the empty list
  if (ids.length === 0) return []
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
  // #endregion
}

// npx tsx lessons/08-parameters/3-find-by-ids.ts
await practise(import.meta, async (connection) => {
  console.table(await findByIds(connection, [3, 1, 999]))
  console.table(await findByIds(connection, []))
})
