import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

// Characters that nobody sees are left out.
/**
 * Creates the database `name` with the character set utf8mb4 and stays in the current one.
 * Calling it again changes nothing and is not an error.
 */
export async function createDatabase(connection: Connection, name: string): Promise<void> {
  // `true`: a dot is part of the name; without it `a.b` would be quoted as `a`.`b`.
  await connection.query(
    `CREATE DATABASE IF NOT EXISTS ${escapeId(name.replaceAll(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, ''), true)} CHARACTER SET utf8mb4`,
  )
}
