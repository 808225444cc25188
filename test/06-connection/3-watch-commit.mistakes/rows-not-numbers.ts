import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const [before] = await reader.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
    await writer.commit()
    const [after] = await reader.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
    return [before[0], after[0]] as unknown as [number, number]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}
