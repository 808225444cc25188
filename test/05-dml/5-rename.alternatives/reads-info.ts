import type { Connection, ResultSetHeader } from 'mysql2/promise'

// `Rows matched: 1  Changed: 0  Warnings: 0`
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [{ info }] = await connection.query<ResultSetHeader>(
    'UPDATE conversations SET ? WHERE id = ?',
    [{ title }, id],
  )
  const [matched, changed] = info.match(/\d+/g)!.map(Number)
  if (!matched) return 'missing'
  return changed ? 'renamed' : 'unchanged'
}
