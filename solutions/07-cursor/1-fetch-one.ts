import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Runs a query and returns its first row, or null when there is none.
 * `sql` is sent as it is; each `?` in it takes a value of `params`.
 */
export async function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  // #region TODO: execute the query, take the first row, and return null when it is missing
  const [rows] = await connection.execute<T[]>(sql, params)
  return rows[0] ?? null
  // #endregion
}

// npx tsx lessons/07-cursor/1-fetch-one.ts
await practise(import.meta, async (connection) => {
  const sql = 'SELECT id, title FROM conversations WHERE title = ?'
  console.log(await fetchOne(connection, sql, ['Weekend in Kazan']))
  console.log(await fetchOne(connection, sql, ['No such title']))
})
