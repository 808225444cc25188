import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

// To come back afterwards: but there may be no database to come back to.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const [[before]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name')
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
  await connection.query(`USE ${escapeId(String(before!.name), true)}`)
}
