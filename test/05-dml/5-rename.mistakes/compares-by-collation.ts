import type { Connection, RowDataPacket } from 'mysql2/promise'

// To the collation, Ё and е are one letter.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [found] = await connection.execute<RowDataPacket[]>(
    'SELECT title = ? AS same FROM conversations WHERE id = ?',
    [title, id],
  )
  if (!found[0]) return 'missing'
  if (found[0].same) return 'unchanged'
  await connection.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
  return 'renamed'
}
