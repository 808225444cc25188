import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Characters that nobody sees are left out.
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
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title.replaceAll(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, ''), id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
