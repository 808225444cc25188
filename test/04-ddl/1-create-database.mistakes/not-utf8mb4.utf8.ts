import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// In MySQL `utf8` means three bytes at most: no emoji.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${escapeId(name)} CHARACTER SET utf8`)
}
