// Wrong: takes ANSI_QUOTES out of the session's sql_mode again, even when the caller had put it there.
import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  const quoted = `"${name.replaceAll('"', '""')}"`
  await connection.query("SET sql_mode = CONCAT_WS(',', @@sql_mode, 'ANSI_QUOTES')")
  try {
    await connection.query(`CREATE DATABASE IF NOT EXISTS ${quoted} CHARACTER SET utf8mb4`)
  } finally {
    await connection.query("SET sql_mode = REPLACE(@@sql_mode, 'ANSI_QUOTES', '')")
  }
}
