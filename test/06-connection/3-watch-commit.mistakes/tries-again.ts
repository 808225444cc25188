// A deadlock: once more.
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'

interface Count extends RowDataPacket {
  n: number
}

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  return once(writer, reader).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    return once(writer, reader)
  })
}

async function once(writer: Connection, reader: Connection): Promise<[number, number]> {
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
  const [rows] = await connection.query<Count[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
