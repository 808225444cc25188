import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>('SHOW TABLES')
  // As if a dot could only separate a database from a table.
  return rows.flatMap((row) => Object.values(row)).map((name: string) => name.split('.').at(-1)!)
}
