import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// Nothing to create.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  if (!name) return
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
}
