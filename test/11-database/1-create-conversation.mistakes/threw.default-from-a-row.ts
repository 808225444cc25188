import { type Pool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'

// Where there are no rows, none tells the default.
interface Default extends RowDataPacket {
  title: string
}

export async function createConversation(pool: Pool, title?: string): Promise<number> {
  let value = title
  if (value === undefined) {
    const [rows] = await pool.query<Default[]>(
      'SELECT DEFAULT(title) AS title FROM conversations LIMIT 1',
    )
    value = rows[0]!.title
  }
  const [result] = await pool.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    [value],
  )
  return result.insertId
}
