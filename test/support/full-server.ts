import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { DatabaseAccess } from '../../workbook/database/types.ts'

/**
 * From now on: has the server refused a connection because it had as many as it allows, although the student's account has
 * opened only a few? MySQL Reference Manual, 7.1.10, `Connection_errors_max_connections`.
 */
export async function watchFullness(
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

// --- internal ---

/** More than all tests of a spec and the pools in them open. */
const manyConnections = 80
