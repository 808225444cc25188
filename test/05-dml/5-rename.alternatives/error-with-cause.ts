import type { Connection, ResultSetHeader } from 'mysql2/promise'

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
  try {
    const [result] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET title = ? WHERE id = ?',
      [title, id],
    )
    if (result.affectedRows === 0) return 'missing'
    return result.changedRows === 0 ? 'unchanged' : 'renamed'
  } catch (error) {
    throw new Error('Not renamed', { cause: error })
  }
}
