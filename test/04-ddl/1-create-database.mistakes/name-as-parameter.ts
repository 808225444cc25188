import type { Connection } from 'mysql2/promise'

// A placeholder stands for a value; the driver turns it into a string in quotes.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.query('CREATE DATABASE IF NOT EXISTS ? CHARACTER SET utf8mb4', [name])
}
