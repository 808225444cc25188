import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name.replaceAll(/[\n\r\t]/g, ' '), true)} CHARACTER SET utf8mb4`,
  )
}
