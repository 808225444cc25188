import type { Connection, RowDataPacket } from 'mysql2/promise'

export function createWithFirstMessage(
  connection: Connection,
  title: string,
  content: string,
): Promise<number> {
  const work = async () => {
    await connection.execute('INSERT INTO conversations (title) VALUES (?)', [title])
    const [rows] = await connection.query<RowDataPacket[]>('SELECT LAST_INSERT_ID() AS id')
    await connection.execute(
      "INSERT INTO messages (conversation_id, sender, content) VALUES (LAST_INSERT_ID(), 'user', ?)",
      [content],
    )
    await connection.commit()
    return rows[0]!.id as number
  }
  return connection
    .beginTransaction()
    .then(work)
    .catch(async (cause: unknown) => {
      await connection.rollback().catch(() => {})
      throw new Error('The conversation was not saved.', { cause })
    })
}
