import type { Connection, RowDataPacket } from 'mysql2/promise'

// Takes it that no transaction is open where statements commit by themselves.
export async function listTables(connection: Connection): Promise<string[]> {
  const [[session]] = await connection.query<RowDataPacket[]>('SELECT @@autocommit AS auto')
  if (session!.auto) await connection.beginTransaction()
  try {
    const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
    return rows.map((row) => String(Object.values(row)[0])).toSorted()
  } finally {
    if (session!.auto) await connection.commit()
  }
}
