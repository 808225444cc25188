import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// As in many Python tutorials: print the error and go on.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection
    .query(`CREATE DATABASE IF NOT EXISTS ${escapeId(name)} CHARACTER SET utf8mb4`)
    .catch((error: Error) => console.log(`Database error: ${error.message}`))
}
