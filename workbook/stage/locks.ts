import type { Connection, RowDataPacket } from 'mysql2/promise'
import { placeOf, readIndex } from './indexes.ts'
import type { IndexView, RecordLockView, TableLockView } from './types.ts'

/** Which session waits for which, by the numbers of their connections. */
export interface Wait {
  connection: number
  heldBy: number
}

/** Every wait for a lock that the server knows about: InnoDB's, and those for the tables themselves. */
export async function readWaits(observer: Connection): Promise<Wait[]> {
  const [rows] = await observer.query<(RowDataPacket & Wait)[]>(waitsSql)
  return rows.map(({ connection, heldBy }) => ({ connection, heldBy }))
}

/** The row locks in a schema, index by index (MySQL Reference Manual, 29.12.13.1 "The data_locks Table"). */
export async function readRowLocks(
  observer: Connection,
  schema: string,
  nameOf: (connection: number) => string | undefined,
): Promise<IndexView[]> {
  const [rows] = await observer.query<LockRow[]>(locksSql, [schema])
  const indexes = new Map<string, IndexView>()
  for (const row of rows) {
    const session = nameOf(row.connection)
    if (session === undefined) continue
    const key = `${row.table} ${row.index}`
    const { table, index } = row
    const view = indexes.get(key) ?? {
      table,
      index,
      ...(await readIndex(observer, schema, table, index)),
      locks: [],
    }
    indexes.set(key, view)
    shiftBehind(view, row.data)
    view.locks.push(lockOf(row, session, placeOf(view.entries, row.data), nameOf))
  }
  return [...indexes.values()]
}

/** The locks on tables that are waited for, as DDL does. */
export async function readTableWaits(
  observer: Connection,
  schema: string,
  nameOf: (connection: number) => string | undefined,
): Promise<TableLockView[]> {
  const [rows] = await observer.query<TableRow[]>(tableWaitsSql, [schema])
  const waits = new Map<string, TableLockView>()
  for (const { connection, table, heldBy } of rows) {
    const [session, holder] = [nameOf(connection), nameOf(heldBy)]
    if (!session || !holder) continue
    const wait = waits.get(session) ?? { session, table, heldBy: [] }
    waits.set(session, { ...wait, heldBy: [...wait.heldBy, holder] })
  }
  return [...waits.values()]
}

// --- internal ---

type LockRow = RowDataPacket & {
  connection: number
  table: string
  index: string
  mode: string
  status: 'GRANTED' | 'WAITING'
  data: string
  blockers: string | null
}
type TableRow = RowDataPacket & { connection: number; table: string; heldBy: number }

/** DDL waits for anyone who has the table in use; readers and writers wait only for DDL, even for DDL that is itself waiting. */
const tableWaits = `
  FROM performance_schema.metadata_locks w
  JOIN performance_schema.metadata_locks h
    ON h.OBJECT_TYPE = 'TABLE' AND h.OBJECT_SCHEMA = w.OBJECT_SCHEMA AND h.OBJECT_NAME = w.OBJECT_NAME
    AND h.OWNER_THREAD_ID <> w.OWNER_THREAD_ID
    AND IF(w.LOCK_TYPE = 'EXCLUSIVE', h.LOCK_STATUS = 'GRANTED',
      h.LOCK_TYPE IN ('EXCLUSIVE', 'SHARED_NO_WRITE', 'SHARED_NO_READ_WRITE'))
  JOIN performance_schema.threads wt ON wt.THREAD_ID = w.OWNER_THREAD_ID
  JOIN performance_schema.threads ht ON ht.THREAD_ID = h.OWNER_THREAD_ID
  WHERE w.OBJECT_TYPE = 'TABLE' AND w.LOCK_STATUS = 'PENDING'`

const waitsSql = `
  SELECT r.PROCESSLIST_ID AS connection, b.PROCESSLIST_ID AS heldBy
  FROM performance_schema.data_lock_waits w
  JOIN performance_schema.threads r ON r.THREAD_ID = w.REQUESTING_THREAD_ID
  JOIN performance_schema.threads b ON b.THREAD_ID = w.BLOCKING_THREAD_ID
  UNION SELECT wt.PROCESSLIST_ID, ht.PROCESSLIST_ID ${tableWaits}`

const tableWaitsSql = `
  SELECT DISTINCT wt.PROCESSLIST_ID AS connection, w.OBJECT_NAME AS \`table\`, ht.PROCESSLIST_ID AS heldBy
  ${tableWaits} AND w.OBJECT_SCHEMA = ?`

const locksSql = `
  SELECT t.PROCESSLIST_ID AS connection, l.OBJECT_NAME AS \`table\`, l.INDEX_NAME AS \`index\`, l.LOCK_MODE AS mode,
    l.LOCK_STATUS AS status, l.LOCK_DATA AS data,
    (SELECT GROUP_CONCAT(DISTINCT b.PROCESSLIST_ID)
     FROM performance_schema.data_lock_waits w
     JOIN performance_schema.threads b ON b.THREAD_ID = w.BLOCKING_THREAD_ID
     WHERE w.REQUESTING_ENGINE_LOCK_ID = l.ENGINE_LOCK_ID) AS blockers
  FROM performance_schema.data_locks l
  JOIN performance_schema.threads t ON t.THREAD_ID = l.THREAD_ID
  WHERE l.OBJECT_SCHEMA = ? AND l.LOCK_TYPE = 'RECORD' AND l.LOCK_DATA IS NOT NULL
  ORDER BY l.OBJECT_NAME, l.INDEX_NAME <> 'PRIMARY', l.INDEX_NAME, t.PROCESSLIST_ID, l.LOCK_DATA`

function lockOf(
  { mode, status, blockers }: LockRow,
  session: string,
  entry: number,
  nameOf: (connection: number) => string | undefined,
): RecordLockView {
  const heldBy = (blockers ?? '').split(',').map((id) => nameOf(Number(id)))
  return {
    session,
    mode: mode.startsWith('S') ? 'S' : 'X',
    on: placeOfMode(mode),
    entry,
    waiting: status === 'WAITING',
    heldBy: heldBy.filter((name) => name !== undefined),
  }
}

function placeOfMode(mode: string): RecordLockView['on'] {
  if (mode.includes('INSERT_INTENTION')) return 'insert'
  if (mode.includes('REC_NOT_GAP')) return 'record'
  return mode.includes('GAP') ? 'gap' : 'record and gap'
}

/** An entry that is added moves those after it. */
function shiftBehind({ entries, locks }: IndexView, data: string): void {
  const before = entries.length
  const at = placeOf(entries, data)
  if (entries.length === before) return
  for (const lock of locks) if (lock.entry >= at) lock.entry++
}
