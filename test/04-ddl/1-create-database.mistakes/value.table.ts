import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// A database without a table looks unfinished.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
  await connection.query(
    `CREATE TABLE IF NOT EXISTS ${escapeId(name, true)}.about AS SELECT NOW() AS made`,
  )
}
