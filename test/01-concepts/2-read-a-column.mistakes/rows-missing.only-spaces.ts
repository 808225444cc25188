import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  content: string
}

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Row[]>('SELECT content FROM messages')
  return rows.map((row) => row.content).filter((text) => text === '' || text.trim() !== '')
}
