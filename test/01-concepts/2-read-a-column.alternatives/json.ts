import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function messageTexts(connection: Connection): Promise<string[]> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    'SELECT JSON_ARRAYAGG(content) AS texts FROM messages',
  )
  return row!.texts ?? []
}
