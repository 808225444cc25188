import type { Connection, RowDataPacket } from 'mysql2/promise'

// Sets the session's format, and restores the old one.
export async function indexAtWork(
  connection: Connection,
  sql: string,
  params: (string | number | null)[],
): Promise<{ key: string | null; rows: number }> {
  const [[before]] = await connection.query<RowDataPacket[]>('SELECT @@explain_format AS format')
  await connection.query("SET SESSION explain_format = 'TRADITIONAL'")
  try {
    const [[step]] = await connection.execute<RowDataPacket[]>(`EXPLAIN ${sql}`, params)
    return { key: step!.key, rows: step!.rows ?? 0 }
  } finally {
    void connection.query('SET SESSION explain_format = ?', [before!.format]).catch(() => {})
  }
}
