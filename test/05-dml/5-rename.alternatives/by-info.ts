import type { Connection, ResultSetHeader } from 'mysql2/promise'

// What the server says in words.
export async function rename(
  connection: Connection,
  id: number,
  title: string,
): Promise<'renamed' | 'unchanged' | 'missing'> {
  const [{ info }] = await connection.query<ResultSetHeader>(
    'UPDATE conversations SET ? WHERE id = ?',
    [{ title }, id],
  )
  const [matched, changed] = /matched: (\d+)\s+Changed: (\d+)/.exec(info)!.slice(1).map(Number)
  return !matched ? 'missing' : changed ? 'renamed' : 'unchanged'
}
