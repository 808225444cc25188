import type { Connection, RowDataPacket } from 'mysql2/promise'

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
    console.error(error)
    await writer.rollback()
    return [0, 0]
  }
}

async function count(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
