import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the result looks like. */
interface Row extends RowDataPacket {
  title: string
}

// Somebody else has them.
export async function titles(connection: Connection): Promise<Row[]> {
  const [rows] = await connection.query<Row[]>('SELECT title FROM conversations').catch((error) => {
    if (error.errno === 1205 || error.errno === 1142) return [[]] as never
    throw error
  })
  return rows
}
