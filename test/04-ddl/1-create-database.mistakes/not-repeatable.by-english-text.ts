import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  try {
    await connection.query(`CREATE DATABASE ${escapeId(name, true)} CHARACTER SET utf8mb4`)
  } catch (error) {
    if (!(error as Error).message.endsWith('; database exists')) throw error
  }
}
