import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  content: string
}

// Somebody else has them.
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Row[]>('SELECT content FROM messages').catch((error) => {
    if (error.errno === 1205 || error.errno === 1142) return [[]] as never
    throw error
  })
  return rows.map((row) => row.content)
}
