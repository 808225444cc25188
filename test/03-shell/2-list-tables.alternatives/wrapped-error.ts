import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function listTables(connection: Connection): Promise<string[]> {
  try {
    const [rows] = await connection.execute<RowDataPacket[]>('SHOW TABLES')
    return rows.map((row): string => Object.values(row)[0]).toSorted((a, b) => a.localeCompare(b))
  } catch (cause) {
    throw new Error('Cannot list the tables.', { cause })
  }
}
