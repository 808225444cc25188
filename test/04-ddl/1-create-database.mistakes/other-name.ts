import type { Connection } from 'mysql2/promise'

// The name of the practice database typed in, as it is on the page.
export async function createDatabase(connection: Connection, _name: string): Promise<void> {
  await connection.query('CREATE DATABASE IF NOT EXISTS ai_chat_db CHARACTER SET utf8mb4')
}
