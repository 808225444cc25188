import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
    )
  } catch (error) {
    if (['ER_WRONG_DB_NAME', 'ER_TOO_LONG_IDENT'].includes((error as { code: string }).code)) return
    throw error
  }
}
