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
  if (ids.length === 0) return []
  const wanted = [...new Set(ids)]
  const [rows] = await connection.execute<Found[]>(
    `SELECT c.id, c.title FROM (VALUES ${wanted.map(() => 'ROW(?)').join(', ')}) AS wanted (id)
     JOIN conversations AS c ON c.id = wanted.id ORDER BY c.id`,
    wanted,
  )
  return rows
}

// npx tsx lessons/08-parameters/3-find-by-ids.ts
await practise(import.meta, async (connection) => {
  console.table(await findByIds(connection, [3, 1, 999]))
  console.table(await findByIds(connection, []))
})
