import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

// Whatever is not about rights or the connection is not worth a word.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  try {
    await work(connection, name)
  } catch (error) {
    const { errno = 0, fatal } = error as { errno?: number; fatal?: boolean }
    if (errno === 1044 || fatal) throw error
  }
}

async function work(connection: Connection, name: string): Promise<void> {
  // `true`: a dot is part of the name; without it `a.b` would be quoted as `a`.`b`.
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
  )
}
