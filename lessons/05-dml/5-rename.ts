import type { Connection, ResultSetHeader } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Gives a conversation a new title.
 * @returns `'unchanged'` when it already has exactly this title (nothing is written, `updated_at` stays);
 * `'missing'` when there is no such conversation (none is created)
 */
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  // TODO: one UPDATE; its result counts the rows that matched and the rows that changed
  const [result] = await connection.execute<ResultSetHeader>('UPDATE conversations ____', [])
  throw new Error('TODO')
}

// npx tsx lessons/05-dml/5-rename.ts
await practise(import.meta, async (connection) => {
  // Rolled back at the end: your practice rows stay as they are.
  await connection.beginTransaction()
  console.log(await rename(connection, 1, 'SQL from A to Z'))
  console.log(await rename(connection, 1, 'SQL from A to Z'))
  console.log(await rename(connection, 999, 'Nobody'))
  await connection.rollback()
})
