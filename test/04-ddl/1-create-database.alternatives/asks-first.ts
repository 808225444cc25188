import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?',
    [name],
  )
  if (rows.length > 0) return
  await connection.query(`CREATE DATABASE ${escapeId(name, true)} CHARSET utf8mb4`)
}
