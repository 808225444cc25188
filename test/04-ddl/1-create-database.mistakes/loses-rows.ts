import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// "Safe to run twice", by throwing away the first one.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(`DROP DATABASE IF EXISTS ${escapeId(name)}`)
  await connection.query(`CREATE DATABASE ${escapeId(name)} CHARACTER SET utf8mb4`)
}
