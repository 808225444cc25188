import type { Connection, RowDataPacket } from 'mysql2/promise'

// Only looks.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [found] = await connection.execute<RowDataPacket[]>(
    'SELECT title FROM conversations WHERE id = ?',
    [id],
  )
  if (!found[0]) return 'missing'
  return found[0].title === title ? 'unchanged' : 'renamed'
}
