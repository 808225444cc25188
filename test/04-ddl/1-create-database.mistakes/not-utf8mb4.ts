import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// Whatever the server prefers.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${escapeId(name)}`)
}
