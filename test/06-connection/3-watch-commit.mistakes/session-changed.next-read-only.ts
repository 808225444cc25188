import type { Connection, RowDataPacket } from 'mysql2/promise'

async function count(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}

// The reader's next transaction can't write.
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await count(reader)
    await writer.commit()
    const after = await count(reader)
    await reader.query('SET TRANSACTION READ ONLY')
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}
