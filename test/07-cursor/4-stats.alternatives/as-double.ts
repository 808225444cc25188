import type { Connection, RowDataPacket } from 'mysql2/promise'

/** A number with an exponent is a DOUBLE, and so is a sum with one. */
export async function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  const [[row]] = await connection.execute<RowDataPacket[]>(
    'SELECT COUNT(id) AS messages, IFNULL(AVG(CHAR_LENGTH(content)), 0) + 0e0 AS averageLength FROM messages',
  )
  return row as unknown as { messages: number; averageLength: number }
}
