import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

export async function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  await connection.beginTransaction()
  try {
    await connection.execute('INSERT INTO conversations (title) VALUES (?)', [title])
    const [own] = await connection.query<RowDataPacket[]>('SELECT LAST_INSERT_ID() AS id')
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (?, 'user', ?)",
      [own[0]!.id, content],
    )
    await connection.commit()
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT MAX(id) AS id FROM conversations',
    )
    return rows[0]!.id as number
  } catch (error) {
    await connection.rollback()
    throw error
  }
}
