import type { Connection, ResultSetHeader } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  try {
    await connection.query('START TRANSACTION')
    const [{ insertId }] = await connection.query<ResultSetHeader>(
      'INSERT INTO conversations SET ?',
      [{ title }],
    )
    await connection.query('INSERT INTO messages SET ?', [
      { conversation_id: insertId, sender: 'user', content },
    ])
    await connection.query('COMMIT')
    return insertId
  } catch (error) {
    await connection.query('ROLLBACK')
    throw error
  }
}
