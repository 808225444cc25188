import { tracingChannel } from 'node:diagnostics_channel'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { found, type FindingError } from './findings.ts'
import { openAdmin } from './server.ts'

/**
 * What is wrong with the server since a spec began, if anything is. A failure is not the answer's then.
 * @param failure what the answer would be told
 * @param schemas those that were there all the time
 */
export type FindServerFault = (
  failure: FindingError,
  schemas: readonly string[],
) => Promise<FindingError | undefined>

/** From now on: is the server full, or has a group of servers put another one in its place? */
export async function watchServer(
  admin: Connection,
  access: DatabaseAccess,
): Promise<FindServerFault> {
  const wasFull = await watchFullness(admin, access)
  // Only a borrowed server may be one of a group.
  const ofGroup = access.provider === 'external' ? await watchGroup(admin, access) : undefined
  return async (...given) =>
    (await wasFull()) ? found('finding.full-server') : ofGroup?.(...given)
}

// --- internal ---

/** More than all tests of a spec and the pools in them open. */
const manyConnections = 80

/**
 * Has the server refused a connection because it had as many as it allows, although the student's account has opened only a
 * few? MySQL Reference Manual, 7.1.10, `Connection_errors_max_connections`.
 */
async function watchFullness(
  admin: Connection,
  access: DatabaseAccess,
): Promise<() => Promise<boolean>> {
  const since = await timeOf(admin)
  const refused = async () => {
    const [rows] = await admin.query<RowDataPacket[]>(
      "SHOW GLOBAL STATUS LIKE 'Connection_errors_max_connections'",
    )
    return Number(rows[0]?.Value ?? 0)
  }
  const opened = async () => {
    if (!access.statementLog.readable) return 0
    const [[counted]] = await admin.query<RowDataPacket[]>(
      `SELECT COUNT(*) AS total FROM ${access.statementLog.table}
       WHERE event_time >= ? AND command_type = 'Connect' AND user_host LIKE ?`,
      [since, `%[${access.student.user}] @%`],
    )
    return Number(counted!.total)
  }
  const before = await refused()
  return async () => (await refused()) > before && (await opened()) < manyConnections
}

/**
 * MySQL Router leads each new connection to the primary of that moment; any other member accepts no changes, and may lag behind.
 * The spec's own connection may go on working while those of the answer fail, so these are looked at too.
 */
async function watchGroup(admin: Connection, access: DatabaseAccess): Promise<FindServerFault> {
  const [first, since] = [await memberOf(admin), await timeOf(admin)]
  let unreachable: FindingError | undefined
  const unknown = new Set<string>()
  // No other channel: one on queries keeps the driver from reporting the loss of a connection.
  const connecting = tracingChannel('mysql2:connect')
  connecting.error.subscribe((context) => {
    const { error, database } = context as { error: unknown; database: string }
    const { errno, message } = Object(error) as { errno?: unknown; message?: unknown }
    // MySQL Router's own: there is no server. A server never sends it, since 2003 is a number of clients.
    if (errno === 2003) unreachable ??= found('finding.no-server', { message: String(message) })
    // ER_BAD_DB_ERROR
    if (errno === 1049) unknown.add(database)
  })
  const opened = new Map<number, number>()
  connecting.asyncEnd.subscribe((context) => {
    const { result } = context as { result?: { connectionId: number } }
    if (result) opened.set(result.connectionId, performance.now())
  })
  return async ({ failure }, schemas) => {
    const [message] = JSON.stringify(failure).match(readOnly) ?? []
    if (message) return found('finding.read-only-server', { message })
    if (unreachable) return unreachable
    if (schemas.some((schema) => unknown.has(schema))) return found('finding.other-server')
    const now = await openAdmin(access)
    try {
      const isSame =
        (await memberOf(now)) === first && (await knowsAll(admin, access, since, opened))
      return isSame ? undefined : found('finding.other-server')
    } finally {
      now.destroy()
    }
  }
}

/** An account of a student can't set it (MySQL Reference Manual, 7.1.8, `read_only`). */
const readOnly = /The MySQL server is running with the --(super-)?read-only option[^"]*/

/** A server for a class keeps its log at least this long, in milliseconds. */
const logKept = 15_000

/** Are these connections in this server's log, each by its number and with the time when it was opened? */
async function knowsAll(
  admin: Connection,
  access: DatabaseAccess,
  since: string,
  opened: ReadonlyMap<number, number>,
): Promise<boolean> {
  const now = performance.now()
  const recent = [...opened].filter(([, at]) => now - at < logKept).map(([thread]) => thread)
  if (!access.statementLog.readable || recent.length === 0) return true
  const [[row]] = await admin.query<RowDataPacket[]>(
    `SELECT COUNT(DISTINCT thread_id) AS total FROM ${access.statementLog.table}
     WHERE event_time >= ? AND command_type = 'Connect' AND thread_id IN (?)`,
    [since, recent],
  )
  return Number(row!.total) === recent.length
}

async function timeOf(connection: Connection): Promise<string> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT NOW(6) AS now')
  return String(row!.now)
}

async function memberOf(connection: Connection): Promise<string> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT @@server_uuid AS uuid')
  return String(row!.uuid)
}
