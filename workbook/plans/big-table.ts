import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { quoteName } from '../database/quote.ts'

/** Rows of the table of generated messages. */
export const bigTableRows = 100_000
/** How many rows one call creates: few enough to be stopped, enough to be quick. */
const batch = 10_000

/** How many rows the table has so far; `total` once it is complete. */
export interface Filled {
  rows: number
  total: number
}

/**
 * Creates the next part of the table `messages` in a schema, and first the schema if there is none. It is like the
 * practice database's, except for the foreign key, which would bring an index. The rows are the same each time.
 */
export async function fillBigTable(connection: Connection, schema: string): Promise<Filled> {
  await connection.query(`CREATE DATABASE IF NOT EXISTS ${quoteName(schema)}`)
  await connection.query(`USE ${quoteName(schema)}`)
  await connection.query(`CREATE TABLE IF NOT EXISTS messages (
    id INT AUTO_INCREMENT PRIMARY KEY,
    conversation_id INT NOT NULL,
    sender ENUM('user', 'ai') NOT NULL,
    content TEXT NOT NULL,
    timestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
  )`)
  const done = await countRows(connection)
  if (done >= bigTableRows) return { rows: done, total: bigTableRows }
  const count = Math.min(batch, bigTableRows - done)
  const [{ affectedRows }] = await connection.query<ResultSetHeader>(insertRows, [done, count])
  const rows = done + affectedRows
  if (rows >= bigTableRows) await connection.query('ANALYZE TABLE messages')
  return { rows, total: bigTableRows }
}

/** How many rows the table has so far: none if there is no schema. */
export async function lookAtBigTable(connection: Connection, schema: string): Promise<Filled> {
  const [found] = await connection.execute<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'messages'`,
    [schema],
  )
  if (found.length === 0) return { rows: 0, total: bigTableRows }
  await connection.query(`USE ${quoteName(schema)}`)
  return { rows: await countRows(connection), total: bigTableRows }
}

/** Drops the table with its schema. */
export async function dropBigTable(connection: Connection, schema: string): Promise<void> {
  await connection.query(`DROP DATABASE IF EXISTS ${quoteName(schema)}`)
}

// --- internal ---

/** Two thousand conversations, some longer than others; a message each half minute, a third of them by the AI. */
const insertRows = `INSERT INTO messages (conversation_id, sender, content, timestamp)
  WITH RECURSIVE
    start AS (SELECT ? AS first, ? AS many),
    ones AS (SELECT 0 AS i UNION ALL SELECT i + 1 FROM ones WHERE i < 99),
    numbers AS (SELECT first + ones.i * 100 + more.i AS n FROM start, ones, ones AS more
                WHERE ones.i * 100 + more.i < many)
  SELECT 1 + n * n % 2003 % 2000, IF(n % 3 = 0, 'ai', 'user'), CONCAT('Message ', n),
         '2026-01-01 00:00:00' + INTERVAL n * 30 SECOND
  FROM numbers ORDER BY n`

async function countRows(connection: Connection): Promise<number> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM messages')
  return Number(row!.n)
}
