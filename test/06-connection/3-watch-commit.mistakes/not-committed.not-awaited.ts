import type { Connection, RowDataPacket } from 'mysql2/promise'

/** Asks first, and lets the commit happen some time later. */
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  await writer.query('INSERT INTO conversations () VALUES ()')
  const before = await count(reader)
  const after = await count(reader)
  setTimeout(() => writer.commit().catch(() => {}), 30)
  return [before, after]
}

async function count(connection: Connection): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
