import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

export interface Plan {
  /** The index that MySQL will use to find the rows; null when it will read the whole table. */
  key: string | null
  /** How many rows it expects to look at. */
  rows: number
}

/**
 * Asks the server how it would run a statement on one table, without running it.
 * @param params the values of the statement's placeholders
 */
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<Plan> {
  // #region TODO: let EXPLAIN answer, in the format that has the columns key and rows
  const [steps] = await connection.execute<PlanRow[]>(`EXPLAIN FORMAT=TRADITIONAL ${sql}`, params)
  const { key, rows } = steps[0]!
  // When MySQL sees in advance that no row can match, both are NULL.
  return { key, rows: rows ?? 0 }
  // #endregion
}

// #region solution
type PlanRow = RowDataPacket & { key: string | null; rows: number | null }
// #endregion

// npx tsx lessons/07-cursor/8-index-at-work.ts
await practise(import.meta, async (connection) => {
  const questions: [sql: string, params: (string | number)[]][] = [
    ['SELECT * FROM messages WHERE id = ?', [3]],
    ['SELECT * FROM messages WHERE conversation_id = ?', [1]],
    ['SELECT * FROM messages WHERE content = ?', ['Hello!']],
  ]
  for (const [sql, params] of questions) {
    const { key, rows } = await indexAtWork(connection, sql, params)
    console.log(sql)
    await show([{ key, rows }])
  }
})
