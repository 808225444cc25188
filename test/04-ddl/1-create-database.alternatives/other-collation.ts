import type { Connection } from 'mysql2/promise'
import { escapeId } from 'mysql2'
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
  )
}
