import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// CREATE and USE, together as in so many scripts.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${escapeId(name)} CHARACTER SET utf8mb4`)
  await connection.query(`USE ${escapeId(name)}`)
}
