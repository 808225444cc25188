import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

let wanted: string

// Two calls at once share it.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  wanted = name
  await connection.ping()
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(wanted, true)} CHARACTER SET utf8mb4`,
  )
}
