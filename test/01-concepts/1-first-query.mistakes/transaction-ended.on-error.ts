import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  title: string
}

// After an error it rolls back.
export async function titles(connection: Connection): Promise<Row[]> {
  const [rows] = await connection
    .query<Row[]>('SELECT title FROM conversations')
    .catch(async (error) => {
      await connection.rollback()
      throw error
    })
  await connection.query('DO 0')
  return rows
}
