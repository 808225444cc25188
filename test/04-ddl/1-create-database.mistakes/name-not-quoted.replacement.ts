import type { Connection } from 'mysql2/promise'

// To replace(), $& and $$ in a name mean something.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const sql = 'CREATE DATABASE IF NOT EXISTS `name` CHARACTER SET utf8mb4'
  await connection.query(sql.replace('name', name.replaceAll('`', '``')))
}
