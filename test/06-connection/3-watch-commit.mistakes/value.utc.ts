import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

/** What a row of the count looks like. */
interface Count extends RowDataPacket {
  n: number
}

// By the clock of Greenwich.
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query(
      'INSERT INTO conversations (created_at, updated_at) VALUES (UTC_TIMESTAMP(), UTC_TIMESTAMP())',
    )
    const before = await countConversations(reader)
    await writer.commit()
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
