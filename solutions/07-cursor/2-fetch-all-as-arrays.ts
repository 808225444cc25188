import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Runs a query and returns its rows as arrays: one array per row, the values in the order of the columns.
 * No column is lost, even when two have the same name.
 */
export async function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  // #region TODO: ask the driver for arrays in place of objects, for this query only
  const [rows] = await connection.query<RowDataPacket[][]>({ sql, rowsAsArray: true })
  return rows
  // #endregion
}

// npx tsx lessons/07-cursor/2-fetch-all-as-arrays.ts
await practise(import.meta, async (connection) => {
  const sql = `SELECT c.id, m.id, c.title FROM conversations c
    JOIN messages m ON m.conversation_id = c.id ORDER BY m.id LIMIT 3`
  console.log('As arrays:', await fetchAllAsArrays(connection, sql))
  const [rows] = await connection.query(sql)
  console.log('As objects, where one id hides the other:', rows)
})
