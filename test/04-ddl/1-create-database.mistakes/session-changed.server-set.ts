import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

// Setting the character set changes the collation as well, and that is not set back.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const [[before]] = await connection.query<RowDataPacket[]>('SELECT @@character_set_server AS it')
  await connection.query('SET SESSION character_set_server = utf8mb4')
  try {
    await connection.query(`CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)}`)
  } finally {
    await connection.query('SET SESSION character_set_server = ?', [before!['it']])
  }
}
