import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { DatabaseAccess } from '../../workbook/database/types.ts'

// The statement log is a table without an index: whoever reads it reads all of it, so it is kept short.

/** What the specs do themselves is not logged, nor timed: MySQL Reference Manual, 7.1.8, `sql_log_off`. */
export async function leaveNoLog(admin: Connection): Promise<void> {
  // A borrowed server may not allow it; its log is only longer then.
  await admin.query('SET SESSION sql_log_off = ON').catch(() => {})
  await admin.query(leaveNoEvents).catch(() => {})
}

/**
 * Opens the first connection of a test, and now and then empties the log before. A lock keeps that from happening
 * between another worker's connect and its reading: whoever has connected is seen in the process list.
 */
export async function connectWithShortLog<T>(
  admin: Connection,
  access: DatabaseAccess,
  connect: () => Promise<T>,
): Promise<T> {
  await admin.query('SELECT GET_LOCK(?, 10)', [`${access.practice} log`])
  try {
    if (tests++ % 25 === 0) await emptyLog(admin, access)
    return await connect()
  } finally {
    await admin.query('SELECT RELEASE_LOCK(?)', [`${access.practice} log`])
  }
}

// --- internal ---

let tests = 0
const leaveNoEvents = `UPDATE performance_schema.threads SET INSTRUMENTED = 'NO'
  WHERE PROCESSLIST_ID = CONNECTION_ID()`
const longEnough = 300

/** Not on a borrowed server, and not while another test runs. */
async function emptyLog(
  admin: Connection,
  { provider, student, practice }: DatabaseAccess,
): Promise<void> {
  if (provider === 'external') return
  const [[count]] = await admin.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS n FROM mysql.general_log',
  )
  if (Number(count!.n) < longEnough) return
  const [processes] = await admin.query<RowDataPacket[]>('SHOW PROCESSLIST')
  const busy = processes.some(
    ({ User, db }) => User === student.user && db?.startsWith(`${practice}_`),
  )
  if (busy) return
  await admin.query('TRUNCATE TABLE mysql.general_log')
  await admin.query('TRUNCATE TABLE performance_schema.events_statements_history_long')
}
