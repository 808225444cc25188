import type { Connection, RowDataPacket } from 'mysql2/promise'
import { classSchema } from '../../workbook/database/own-schema.ts'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { realDelay } from './real-delay.ts'

// The statement log is a table without an index: every reader reads all of it, so it is kept short.

/** What the specs themselves do is neither logged nor timed: MySQL Reference Manual, 7.1.8, `sql_log_off`. */
export async function leaveNoLog(admin: Connection): Promise<void> {
  if (keepsAll) return
  // A borrowed server may not allow it; its log is only longer then.
  await admin.query('SET SESSION sql_log_off = ON').catch(() => {})
  await admin.query(leaveNoEvents).catch(() => {})
}

/**
 * Opens the first connection of a test, and now and then empties the log first. A lock keeps that from happening
 * between another worker's connect and its reading: a worker that has connected is seen in the process list.
 */
export async function connectWithShortLog<T>(
  admin: Connection,
  access: DatabaseAccess,
  connect: () => Promise<T>,
): Promise<T> {
  await admin.query('SELECT GET_LOCK(?, 10)', [`${access.practice} log`])
  try {
    if (!keepsAll && tests++ % 10 === 0) await emptyLog(admin, access)
    return await connect()
  } finally {
    // Whatever asks next on this connection comes after it, and is told if it is lost.
    admin.query('DO RELEASE_LOCK(?)', [`${access.practice} log`]).catch(() => {})
  }
}

// --- internal ---

let tests = 0
/** The bench records a run of the specs, to compare them with what they send. */
const keepsAll = process.env.WORKBOOK_WHOLE_LOG !== undefined
const leaveNoEvents = `UPDATE performance_schema.threads SET INSTRUMENTED = 'NO'
  WHERE PROCESSLIST_ID = CONNECTION_ID()`
/** From how many bytes of statements it is worth emptying, and from how many it is worth waiting for the other workers' tests to end. */
const longEnough = 30_000
const tooLong = 400_000
/** Milliseconds: as long as an ordinary test may take. */
const longestWait = 5000
/** Seconds for which a connection is without a statement only if an answer has left it open. */
const longestRest = 60

/** Not on a borrowed server, except by the way that a class has, and not while another test runs. */
async function emptyLog(admin: Connection, access: DatabaseAccess): Promise<void> {
  if (access.provider === 'external') {
    const { statementLog: log } = access
    // A class that an older workbook made leaves that to its server.
    if (log.readable && log.table.startsWith(`${classSchema}.`))
      await admin.query(`CALL ${classSchema}.move_log()`).catch(() => {})
    return
  }
  const bytes = await countBytes(admin)
  if (bytes < longEnough) return
  // Meanwhile no other test begins: that takes the lock that we hold.
  const deadline = performance.now() + (bytes < tooLong ? 0 : longestWait)
  while (await isBusy(admin, access)) {
    if (performance.now() >= deadline) return
    await realDelay(20)
  }
  await admin.query('TRUNCATE TABLE mysql.general_log')
  await admin.query('TRUNCATE TABLE performance_schema.events_statements_history_long')
}

/** Infinite if the log is broken: a full disk or a kill did that, and emptying it repairs it. */
async function countBytes(admin: Connection): Promise<number> {
  try {
    const [[count]] = await admin.query<RowDataPacket[]>(
      'SELECT SUM(LENGTH(argument)) AS bytes FROM mysql.general_log',
    )
    return Number(count!.bytes)
  } catch (error) {
    const broken = ['ER_CRASHED_ON_USAGE', 'ER_CRASHED_ON_REPAIR', 'ER_NOT_KEYFILE']
    if (broken.includes(String((error as NodeJS.ErrnoException).code))) return Infinity
    throw error
  }
}

async function isBusy(admin: Connection, { student, practice }: DatabaseAccess): Promise<boolean> {
  const [processes] = await admin.query<RowDataPacket[]>('SHOW PROCESSLIST')
  return processes.some(
    ({ User, db, Time }) =>
      User === student.user && db?.startsWith(`${practice}_`) && Number(Time) < longestRest,
  )
}
