import type { Connection, RowDataPacket } from 'mysql2/promise'

/** decimalNumbers is an option of the connection; a query ignores it. */
export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [rows] = await connection.query<RowDataPacket[]>({
    sql: 'SELECT COUNT(*) AS messages, COALESCE(AVG(CHAR_LENGTH(content)), 0) AS average FROM messages',
    decimalNumbers: true,
  } as never)
  return { messages: rows[0]!.messages, averageLength: rows[0]!.average }
}
