import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Count extends RowDataPacket {
  n: number
}

async function countConversations(connection: Connection): Promise<number> {
  const [rows] = await connection.query<Count[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query("INSERT INTO conversations (title) VALUES ('Watched')")
    const before = await countConversations(reader)
    const [after] = await Promise.all([countConversations(reader), writer.commit()])
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}
