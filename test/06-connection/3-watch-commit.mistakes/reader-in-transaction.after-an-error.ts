import type { Connection, RowDataPacket } from 'mysql2/promise'

// Nobody ends the reader's transaction when its count is refused.
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
  const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
  await connection.commit()
  return rows[0]!.n as number
}
