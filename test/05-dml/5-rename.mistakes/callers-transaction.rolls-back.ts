import type { Connection, ResultSetHeader } from 'mysql2/promise'

// Whatever went wrong, nothing shall be left of it.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  try {
    const answer = await ask(connection, id, title)
    return answer
  } catch (error) {
    await connection.rollback()
    throw error
  }
}

async function ask(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [result] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET title = ? WHERE id = ?',
    [title, id],
  )
  if (result.affectedRows === 0) return 'missing'
  return result.changedRows === 0 ? 'unchanged' : 'renamed'
}
