import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  const count = async () => {
    const [rows] = await reader.query<RowDataPacket[]>(
      'SELECT COUNT(title) AS n FROM conversations WHERE title IS NOT NULL AND created_at <= NOW()',
    )
    return rows[0]!.n
  }
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await count()
    await writer.commit()
    const after = await count()
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}
