import type { Connection } from 'mysql2/promise'

// The quotes of a string instead of the backticks of a name.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(`CREATE DATABASE IF NOT EXISTS '${name}' CHARACTER SET utf8mb4`)
}
