import type { Connection } from 'mysql2/promise'

// `??` takes a dot for the border between a database and a table.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query('CREATE SCHEMA IF NOT EXISTS ?? COLLATE utf8mb4_0900_ai_ci', [name])
}
