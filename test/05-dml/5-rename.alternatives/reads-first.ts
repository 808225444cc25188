import type { Connection, RowDataPacket } from 'mysql2/promise'

// Reads, compares exactly, then writes.
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
  if (found[0].title === title) return 'unchanged'
  await connection.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
  return 'renamed'
}
