import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

/** What a row of the count looks like. */
interface Count extends RowDataPacket {
  n: number
}

// Count and commit at the same time.
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const [before] = await Promise.all([countConversations(reader), writer.commit()])
    const after = await countConversations(reader)
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}

async function countConversations(connection: Connection): Promise<number> {
  const [rows] = await connection.query<Count[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
