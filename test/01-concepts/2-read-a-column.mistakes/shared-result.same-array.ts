import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  content: string
}

const texts: string[] = []

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<Row[]>('SELECT content FROM messages')
  texts.length = 0
  texts.push(...rows.map((row) => row.content))
  return texts
}
