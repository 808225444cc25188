import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

const made = new Set<string>()
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  if (made.has(name)) return
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
  made.add(name)
}
