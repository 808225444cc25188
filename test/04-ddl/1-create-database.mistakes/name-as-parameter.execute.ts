import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  await connection.execute('CREATE DATABASE IF NOT EXISTS ? CHARACTER SET utf8mb4', [name])
}
