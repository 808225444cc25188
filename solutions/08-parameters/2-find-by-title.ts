import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

/**
 * Finds the conversations whose title is `title`, ordered by id.
 * The title travels separately from the SQL, so it may contain any characters at all.
 */
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  // #region TODO: SELECT id and title with a placeholder; execute() sends the value separately
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
  // #endregion
}

// npx tsx lessons/08-parameters/2-find-by-title.ts
await practise(import.meta, async (connection) => {
  console.table(await findByTitle(connection, 'Weekend in Kazan'))
  console.table(await findByTitle(connection, "' OR '1'='1"))
})
