import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

// #region solution
const columns = ['id', 'title', 'updated_at']
const directions = ['asc', 'desc']
// #endregion

/**
 * Lists all conversations, sorted by `column` (`id`, `title` or `updated_at`) in `direction` (`asc` or `desc`).
 * @throws an Error whose message names the value, when the column or the direction is not one of these;
 * nothing of that value reaches the server.
 */
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  // #region TODO: look both words up in your own lists; only what is there may become SQL
  const by = oneOf(columns, column)
  const order = oneOf(directions, direction)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${by} ${order}`,
  )
  return rows
  // #endregion
}

// #region solution
/** The word from our list that is equal to the caller's. */
function oneOf(words: readonly string[], wanted: string): string {
  const own = words.find((word) => word === wanted)
  if (own) return own
  throw new RangeError(`Cannot sort by "${wanted}": expected ${words.join(', ')}.`)
}
// #endregion

// npx tsx lessons/08-parameters/5-list-sorted.ts
await practise(import.meta, async (connection) => {
  console.table(await listSorted(connection, 'title', 'asc'))
  console.table(await listSorted(connection, 'updated_at', 'desc'))
})
