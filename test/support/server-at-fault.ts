import { tracingChannel } from 'node:diagnostics_channel'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { found, type FindingError } from './findings.ts'
import { openAdmin } from './server.ts'

/** What is wrong with the server since a spec began, if anything is. A failure is not the answer's then. */
export type FindServerFault = () => Promise<FindingError | undefined>

/** From now on: is the server full, or has a group of servers put another one in its place? */
export async function watchServer(
  admin: Connection,
  access: DatabaseAccess,
): Promise<FindServerFault> {
  const wasFull = await watchFullness(admin, access)
  // Only a borrowed server may be one of a group.
  const ofGroup = access.provider === 'external' ? await watchGroup(admin, access) : undefined
  return async () => ((await wasFull()) ? found('finding.full-server') : ofGroup?.())
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
  const [[row]] = await admin.query<RowDataPacket[]>('SELECT NOW(6) AS now')
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
      [row!.now, `%[${access.student.user}] @%`],
    )
    return Number(counted!.total)
  }
  const before = await refused()
  return async () => (await refused()) > before && (await opened()) < manyConnections
}

/**
 * MySQL Router leads each new connection to the primary of that moment; any other member accepts no changes. The spec's own
 * connection may go on working while those of the answer fail, so their errors are looked at too.
 */
async function watchGroup(admin: Connection, access: DatabaseAccess): Promise<FindServerFault> {
  const first = await memberOf(admin)
  let refusal: string | undefined
  for (const name of ['query', 'execute', 'connect'])
    tracingChannel(`mysql2:${name}`).error.subscribe((context) => {
      const { errno, message } = Object((context as { error: unknown }).error)
      if (isReadOnly(errno, message)) refusal ??= String(message)
    })
  return async () => {
    if (refusal !== undefined) return found('finding.read-only-server', { message: refusal })
    const now = await openAdmin(access)
    try {
      if ((await memberOf(now)) !== first) return found('finding.other-server')
    } finally {
      now.destroy()
    }
  }
}

/** MySQL Reference Manual, 7.1.8, `read_only`: an account of a student can't set it. */
function isReadOnly(errno: unknown, message: unknown): boolean {
  return errno === 1290 && String(message).includes('read-only')
}

async function memberOf(connection: Connection): Promise<string> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT @@server_uuid AS uuid')
  return String(row!.uuid)
}
