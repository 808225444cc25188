import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

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
  // TODO: look both words up in your own lists; only what is there may become SQL
  throw new Error('TODO')
}

// npx tsx lessons/08-parameters/5-list-sorted.ts
await practise(import.meta, async (connection) => {
  console.table(await listSorted(connection, 'title', 'asc'))
  console.table(await listSorted(connection, 'updated_at', 'desc'))
})
