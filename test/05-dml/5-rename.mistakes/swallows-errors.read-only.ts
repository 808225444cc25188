import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

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
    if ([1290, 3024, 1836].includes(Number((error as { errno?: number }).errno))) return 'unchanged'
    throw error
  }
}
