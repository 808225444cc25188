import type { Connection, RowDataPacket } from 'mysql2/promise'

/** As in Python, where every connection is in a transaction as soon as it has read something. */
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  await reader.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await count(reader)
    await writer.commit()
    const after = await count(reader)
    await reader.commit()
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}

async function count(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
