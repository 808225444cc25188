import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  content: string
}

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.execute<Row[]>('SELECT * FROM messages')
  const texts = []
  for (const { content } of rows) texts.push(content)
  return texts
}
