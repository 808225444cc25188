import type { Connection, RowDataPacket } from 'mysql2/promise'
import { realDelay } from './real-delay.ts'

// The state in which a connection is left, read from the administrator's: nothing is asked over the connection itself.

/**
 * The state of one session, part by part: `DATABASE()`, `@@sql_mode`, `@user_variable`, `GET_LOCK('x')`, `LOCK TABLES t`,
 * `CREATE TEMPORARY TABLE` (how many), `PREPARE s`, `START TRANSACTION`. What is not there does not appear.
 */
export type SessionState = Map<string, string>

/** A part that differs; `undefined` where it is not there. */
export interface SessionChange {
  what: string
  before: string | undefined
  after: string | undefined
}

/**
 * Makes the server keep what {@link readSessions} reads. @returns why it can't, on a server where this account may
 * not ask for it or that has no performance schema
 */
export async function prepareSessionReading(admin: Connection): Promise<string | undefined> {
  if (isPrepared) return undefined
  try {
    await admin.query(
      `UPDATE performance_schema.setup_instruments SET ENABLED = 'YES'
       WHERE NAME IN ('transaction', 'wait/lock/metadata/sql/mdl') AND ENABLED = 'NO';
       UPDATE performance_schema.setup_consumers SET ENABLED = 'YES'
       WHERE NAME = 'events_transactions_current' AND ENABLED = 'NO'`,
    )
    await admin.query(query, bind([0]))
    isPrepared = true
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

/** The sessions of these threads that are still there; one query. @param threads connection ids */
export async function readSessions(
  admin: Connection,
  threads: readonly number[],
): Promise<Map<number, SessionState>> {
  if (threads.length === 0) return new Map()
  const sessions = await readOnce(admin, threads)
  // The performance schema also gives NULL where the name was just being written.
  const isDoubtful = [...sessions.values()].some((one) => one.get('DATABASE()') === 'NULL')
  if (!isDoubtful) return sessions
  await realDelay(beforeSecondLook)
  return readOnce(admin, threads)
}

/** What differs between two states of a session, in the order of the parts' names. */
export function compareSessions(before: SessionState, after: SessionState): SessionChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((what) => before.get(what) !== after.get(what))
    .toSorted()
    .map((what) => ({ what, before: before.get(what), after: after.get(what) }))
}

// --- internal ---

type Row = RowDataPacket & { thread: number | string; what: string; value: string | null }

/** A process judges on one server. */
let isPrepared = false

/** Milliseconds. */
const beforeSecondLook = 5

async function readOnce(
  admin: Connection,
  threads: readonly number[],
): Promise<Map<number, SessionState>> {
  const sessions = new Map<number, SessionState>()
  const [rows] = await admin.query<Row[]>(query, bind(threads))
  for (const { thread, what, value } of rows) {
    const session = sessions.get(Number(thread)) ?? new Map()
    sessions.set(Number(thread), session.set(what, String(value)))
  }
  return sessions
}

/** Variables that change by themselves, or that each statement sets. */
const moving = [
  'timestamp',
  'rand_seed1',
  'rand_seed2',
  'insert_id',
  'last_insert_id',
  'identity',
  'pseudo_thread_id',
  'error_count',
  'warning_count',
  'statement_id',
]

/**
 * A prepared statement without a name is one of the driver's, which keeps them on purpose; a user variable that is NULL
 * can't be told from one that was never set. The server itself locks the ACL cache for the moment in which it looks up
 * rights: no statement leaves that lock behind.
 */
const query = `
  WITH session AS (
    SELECT THREAD_ID, PROCESSLIST_ID AS thread, PROCESSLIST_DB AS db
    FROM performance_schema.threads WHERE PROCESSLIST_ID IN (?)
  )
  SELECT thread, 'DATABASE()' AS what, COALESCE(db, 'NULL') AS value FROM session
  UNION ALL
  SELECT thread, CONCAT('@@', VARIABLE_NAME), VARIABLE_VALUE
  FROM session JOIN performance_schema.variables_by_thread USING (THREAD_ID)
  WHERE VARIABLE_NAME NOT IN (?)
  UNION ALL
  SELECT thread, CONCAT('@', VARIABLE_NAME), CONVERT(VARIABLE_VALUE USING utf8mb4)
  FROM session JOIN performance_schema.user_variables_by_thread USING (THREAD_ID)
  WHERE VARIABLE_VALUE IS NOT NULL
  UNION ALL
  SELECT thread,
    CASE OBJECT_TYPE WHEN 'USER LEVEL LOCK' THEN CONCAT('GET_LOCK(''', OBJECT_NAME, ''')')
      WHEN 'TABLE' THEN CONCAT('LOCK TABLES ', OBJECT_NAME) ELSE CONCAT('LOCK ', OBJECT_TYPE) END,
    MAX(LOCK_TYPE)
  FROM session JOIN performance_schema.metadata_locks ON OWNER_THREAD_ID = THREAD_ID
  WHERE LOCK_STATUS = 'GRANTED' AND OBJECT_TYPE <> 'ACL CACHE' AND (LOCK_DURATION = 'EXPLICIT'
    OR OBJECT_TYPE = 'TABLE' AND LOCK_TYPE IN ('SHARED_READ_ONLY', 'SHARED_NO_READ_WRITE'))
  GROUP BY thread, OBJECT_TYPE, OBJECT_NAME
  UNION ALL
  SELECT thread, 'CREATE TEMPORARY TABLE', COUNT(*)
  FROM session JOIN information_schema.INNODB_TEMP_TABLE_INFO
    ON CONV(SUBSTRING_INDEX(SUBSTRING_INDEX(NAME, '_', 2), '_', -1), 16, 10) = thread
  GROUP BY thread
  UNION ALL
  SELECT thread, CONCAT('PREPARE ', STATEMENT_NAME), SQL_TEXT
  FROM session JOIN performance_schema.prepared_statements_instances ON OWNER_THREAD_ID = THREAD_ID
  WHERE STATEMENT_NAME IS NOT NULL
  UNION ALL
  SELECT thread, 'START TRANSACTION', 'open'
  FROM session JOIN performance_schema.events_transactions_current USING (THREAD_ID)
  WHERE STATE = 'ACTIVE' AND AUTOCOMMIT = 'NO'`

function bind(threads: readonly number[]): unknown[] {
  return [threads, moving]
}
