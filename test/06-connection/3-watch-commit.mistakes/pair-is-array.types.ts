import { type Connection, type RowDataPacket } from 'mysql2/promise'

// Two numbers are an array of numbers. But of how many?
export async function watchCommit(writer: Connection, reader: Connection): Promise<number[]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
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
  const [rows] = await connection.query<(RowDataPacket & { n: number })[]>(
    'SELECT COUNT(*) AS n FROM conversations',
  )
  return rows[0]!.n
}
