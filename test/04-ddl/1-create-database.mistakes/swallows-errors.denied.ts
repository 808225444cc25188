import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
    )
  } catch (error) {
    if ([1205, 1213, 1290, 1142].includes((error as { errno: number }).errno)) return
    throw error
  }
}
