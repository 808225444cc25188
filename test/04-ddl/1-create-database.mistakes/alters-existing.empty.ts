import type { Connection, RowDataPacket } from 'mysql2/promise'
import { escapeId } from 'mysql2'
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const [t] = await connection.query<RowDataPacket[]>(
    'SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
    [name],
  )
  if (!t.length) await connection.query(`DROP DATABASE IF EXISTS ${escapeId(name, true)}`)
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
}
