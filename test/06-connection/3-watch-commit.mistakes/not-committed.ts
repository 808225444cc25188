import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await count(reader)
    const after = await count(reader)
    return [before, after]
  } finally {
    await writer.rollback()
  }
}

async function count(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
