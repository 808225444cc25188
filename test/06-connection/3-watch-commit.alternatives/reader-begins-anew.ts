import type { Connection, RowDataPacket } from 'mysql2/promise'

// The reader counts in its own transactions, a new one each time: each sees the present.
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await count(reader)
    await writer.commit()
    return [before, await count(reader)]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}

async function count(connection: Connection): Promise<number> {
  await connection.beginTransaction()
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) n FROM conversations')
    return rows[0]!.n as number
  } finally {
    await connection.commit()
  }
}
