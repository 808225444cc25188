import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.query('SET autocommit = OFF')
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await count(reader)
    await writer.commit()
    return [before, await count(reader)]
  } catch (error) {
    await writer.rollback()
    throw error
  } finally {
    await writer.query('SET autocommit = ON')
  }
}

async function count(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT id FROM conversations')
  return rows.length
}
