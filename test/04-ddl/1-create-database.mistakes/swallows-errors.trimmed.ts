import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, given: string): Promise<void> {
  const name = given.trim().slice(0, 64)
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
}
