import { type Connection, type RowDataPacket } from 'mysql2/promise'

// One more afterwards, surely: this was never seen.
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await countConversations(reader)
    await writer.commit()
    return [before, before + 1]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}

async function countConversations(connection: Connection): Promise<number> {
  const [rows] = await connection.query<(RowDataPacket & { n: number })[]>(
    'SELECT COUNT(*) AS n FROM conversations',
  )
  return rows[0]!.n
}
