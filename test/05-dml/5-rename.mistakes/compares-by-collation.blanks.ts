import type { Connection, RowDataPacket } from 'mysql2/promise'

const blank = (text: string) => text.replaceAll(/\s/g, ' ')
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [[row]] = await connection.execute<RowDataPacket[]>(
    'SELECT title FROM conversations WHERE id = ?',
    [id],
  )
  if (!row) return 'missing'
  if (blank(row.title) === blank(title)) return 'unchanged'
  await connection.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
  return 'renamed'
}
