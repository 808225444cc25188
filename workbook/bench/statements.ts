import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise'
import type { ServerNote } from '../database/server/note.ts'
import type { Checkout } from '../testing/checkout.ts'

/** A connection of the administrator to the embedded server of a copy, which runs. */
export function connectAdmin(checkout: Checkout): Promise<Connection> {
  const file = path.join(checkout.state, 'server-embedded.json')
  const { access } = JSON.parse(readFileSync(file, 'utf8')) as ServerNote
  const { host, port, user, password } = access.admin
  return createConnection({ host, port, user, password, multipleStatements: true })
}

/** The server's clock, for {@link sentSince}. */
export async function serverTime(admin: Connection): Promise<string> {
  const [[row]] = await admin.query<Row[]>('SELECT CAST(NOW(6) AS CHAR) AS text')
  return row!.text
}

/**
 * What everybody but this connection has sent since, from the general log, in the order in which it was written: each
 * session notes the time of its zone. `undefined` where a connection ended.
 */
export async function sentSince(
  admin: Connection,
  since: string,
): Promise<readonly (string | undefined)[]> {
  const [rows] = await admin.query<Row[]>(
    `SELECT command_type AS command, IF(command_type = 'Init DB', CONCAT('USE \`', argument, '\`'), argument) AS text
     FROM mysql.general_log
     WHERE event_time >= ? AND command_type IN ('Query', 'Execute', 'Init DB', 'Quit')
       AND thread_id <> CONNECTION_ID()`,
    [since],
  )
  return rows
    .map(({ command, text }) => (command === 'Quit' ? undefined : String(text)))
    .filter((text) => !/^\s*(?:kill|shutdown)\b/i.test(text ?? ''))
}

/**
 * Sends them again, one after the other; anything that fails, or would wait for another session, is skipped. Where a
 * connection ended, its locks and its transaction end here, too.
 */
export async function replay(
  admin: Connection,
  statements: readonly (string | undefined)[],
): Promise<void> {
  const limits = ['lock_wait_timeout', 'innodb_lock_wait_timeout'].map((name) => `${name} = 1`)
  const impatient = `SET ${limits.join(', ')}, max_execution_time = 1000`
  await admin.query(impatient)
  for (const statement of statements)
    await admin.query(statement ?? `ROLLBACK; UNLOCK TABLES; ${impatient}`).catch(() => {})
}

// --- internal ---

type Row = RowDataPacket & { command: string; text: string }
