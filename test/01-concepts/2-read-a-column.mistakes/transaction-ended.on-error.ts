import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

// After an error it rolls back.
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection
    .query<Row[]>('SELECT content FROM messages')
    .catch(async (error) => {
      await connection.rollback()
      throw error
    })
  return rows.map((row) => row.content)
}
