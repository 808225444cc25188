import type { Connection } from 'mysql2/promise'

// Throws away what looks dangerous, and so creates a database with a different name.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const clean = name.replaceAll(/[^\w]/g, '')
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${clean} CHARACTER SET utf8mb4`)
}
