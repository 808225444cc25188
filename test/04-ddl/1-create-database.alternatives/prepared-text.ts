import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const quoted = ['', name.split('`').join('``'), ''].join('`')
  await connection.execute(
    'CREATE SCHEMA IF NOT EXISTS ' + quoted + " DEFAULT CHARSET = 'utf8mb4' COLLATE utf8mb4_bin",
  )
}
