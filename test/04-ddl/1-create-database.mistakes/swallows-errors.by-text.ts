import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// The text of an error quotes the name of the database.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  try {
    await connection.query(`CREATE DATABASE ${escapeId(name, true)} CHARACTER SET utf8mb4`)
  } catch (error) {
    if (!/exists/.test((error as Error).message)) throw error
  }
}
