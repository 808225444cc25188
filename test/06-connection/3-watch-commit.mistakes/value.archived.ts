import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

// Nobody asked for an archived conversation.

interface Count extends RowDataPacket {
  n: number
}

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations (is_archived) VALUES (TRUE)')
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
