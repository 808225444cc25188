import type { Connection, RowDataPacket } from 'mysql2/promise'

const bare = (text: string) => text.replaceAll(/[\u00AD\u200B\uFEFF\0]/g, '')
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
  if (bare(row.title) === bare(title)) return 'unchanged'
  await connection.execute('UPDATE conversations SET title = ? WHERE id = ?', [title, id])
  return 'renamed'
}
