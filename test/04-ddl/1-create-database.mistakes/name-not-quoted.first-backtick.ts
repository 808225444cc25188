import type { Connection } from 'mysql2/promise'

// A name may have two backticks.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const quoted = '`' + name.replace('`', '``') + '`'
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${quoted} CHARACTER SET utf8mb4`)
}
