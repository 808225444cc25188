import type { Connection } from 'mysql2/promise'
import {
  byTest,
  expectRows,
  mistake,
  type Lab,
  type Server,
  before,
  coresOf,
  type Core,
  aftermathOf,
} from '#support'
import type { Row } from '../../workbook/verdict.ts'

/** A column as information_schema describes it. */
export interface Column {
  table: string
  name: string
  /** `varchar` */
  type: string
  /** `varchar(255)` */
  fullType: string
  nullable: 'YES' | 'NO'
}

/** The columns of all tables in the test's schema, by table and position. */
export function readColumns(server: Server): Promise<Column[]> {
  return server.query<Column>(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS name, DATA_TYPE AS type, COLUMN_TYPE AS fullType,
       IS_NULLABLE AS nullable
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
     ORDER BY TABLE_NAME, ORDINAL_POSITION`,
  )
}

/** The columns of all primary keys in the test's schema: `messages.id`. A UNIQUE key is described as if it were one. */
export async function readPrimaryKeys(server: Server): Promise<string[]> {
  const rows = await server.query<{ name: string }>(
    `SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name FROM information_schema.KEY_COLUMN_USAGE
     WHERE TABLE_SCHEMA = DATABASE() AND CONSTRAINT_NAME = 'PRIMARY'
     ORDER BY TABLE_NAME, ORDINAL_POSITION`,
  )
  return rows.map(({ name }) => name)
}

/** The names of the tables in the test's schema, in alphabetical order. */
export async function readTables(server: Server): Promise<string[]> {
  const rows = await server.query<{ name: string }>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME`,
  )
  return rows.map((row) => row.name)
}

/** How the tables are built: columns with their defaults, indexes, foreign keys, each under the question that shows it. */
export async function readStructure(server: Server, schema: string): Promise<Map<string, Row[]>> {
  await using outside = await server.session()
  const all = await aftermathOf(outside, schema, '9999')
  return new Map([...all].filter(([question]) => / /.test(question)))
}

/** Fails unless the tables are built as before. @param added the columns that may be new */
export async function expectStructure(
  server: Server,
  schema: string,
  expected: Map<string, Row[]>,
  ...added: string[]
): Promise<void> {
  const seen = await readStructure(server, schema)
  for (const [question, rows] of expected) {
    const kept = (seen.get(question) ?? []).filter(
      ({ Field, column }) => !added.includes(String(Field ?? column)),
    )
    expectRows(kept, rows, question, { ordered: false })
  }
}

/**
 * Calls the student's function. A server error whose number is in `mistakes` is that
 * mistake; a function that returns while its statements are still running is `not-awaited`.
 */
export async function call(
  connection: Connection,
  work: (connection: Connection) => Promise<void>,
  mistakes: Record<number, string> = {},
): Promise<void> {
  const underWay = watchStatements(connection)
  try {
    await work(connection)
  } catch (error) {
    const { errno, message } = Object(error) as { errno?: number; message: string }
    const id = errno === undefined ? undefined : mistakes[errno]
    throw id ? mistake(id, { seen: `${errno}: ${message}` }) : error
  }
  if (underWay.size === 0) return
  await Promise.allSettled(underWay)
  throw mistake('not-awaited', { expected: 0, seen: underWay.size })
}

/** `work` must reject, since the server cannot do what it asks for. A stub's TODO does not count. */
export async function mustReject(work: () => Promise<void>, reason: string): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error && error.message === 'TODO') throw error
    return
  }
  throw mistake('swallows-errors', { expected: reason, seen: 'no error' })
}

/**
 * The same, whatever the server refuses it for, in another order each run: the session may only read, no database is
 * selected, the server has closed the connection.
 */
export async function mustRejectForAnyReason(
  { asItIs, connect, random, server }: Lab,
  work: (connection: Connection) => Promise<void>,
  { needsDatabase = true }: { needsDatabase?: boolean } = {},
): Promise<void> {
  const readOnly = await connect()
  await readOnly.query(byTest('SET SESSION TRANSACTION READ ONLY'))
  const closed = await connect()
  closed.on('error', () => {})
  const reasons: [Connection, string][] = [
    [readOnly, 'error 1792: this session may only read'],
    [closed, 'a rejected promise: the server has closed the connection'],
  ]
  if (needsDatabase)
    reasons.push([await connect({ database: undefined }), 'error 1046: no database is selected'])
  await asItIs()
  await server.kill(closed)
  for (const [connection, reason] of random.shuffle(reasons))
    await mustReject(() => work(connection), reason)
}

/**
 * `work` must reject when the server refuses one of its statements that build: the first, or, unless `onlyFirst`, the second.
 * The statement is replaced by a SIGNAL, so that the refusal is the server's own.
 */
export async function mustRejectRefusals(
  { connect, random }: Lab,
  work: (connection: Connection) => Promise<void>,
  { onlyFirst = false }: { onlyFirst?: boolean } = {},
): Promise<void> {
  const connection = await connect()
  const [core] = coresOf(connection) as [Core]
  let refuses: { errno: number; state: string; left: number } | undefined
  before(core, 'addCommand', (given) => {
    const command = given as { sql?: string; statement?: unknown }
    // What is prepared can't be a SIGNAL.
    if ('statement' in command) return
    if (!refuses || !/^\s*(create|alter|drop|truncate)\b/i.test(command.sql ?? '')) return
    refuses.left -= 1
    if (refuses.left === 0)
      command.sql = `SIGNAL SQLSTATE '${refuses.state}' SET MYSQL_ERRNO = ${refuses.errno}, MESSAGE_TEXT = 'refused'`
  })
  for (const [index, [errno, state]] of random.shuffle(refusals).entries()) {
    const reason = { errno, state, left: onlyFirst ? 1 : 1 + (index % 2) }
    refuses = reason
    const outcome = await work(connection).then(
      () => 'no error',
      (error: unknown) => {
        if (error instanceof Error && error.message === 'TODO') throw error
      },
    )
    refuses = undefined
    if (outcome && reason.left <= 0)
      throw mistake('swallows-errors', { expected: `error ${errno}`, seen: outcome })
  }
  // Statements sent at once with the refused one come before this.
  await connection.query(byTest('DO 0'))
}

/** The error with which a statement from outside is refused, if it is. */
export async function refusal(work: Promise<unknown>): Promise<number | undefined> {
  return work.then(
    () => undefined,
    (error: { errno: number }) => error.errno,
  )
}

// --- internal ---

/** Reasons for which a server does not build, with their SQLSTATE. */
const refusals: [errno: number, state: string][] = [
  [1005, 'HY000'],
  [1114, 'HY000'],
  [1142, '42000'],
  [1205, 'HY000'],
  [1213, '40001'],
  [1290, 'HY000'],
]

/** The statements of this connection that have been sent and not yet answered. */
function watchStatements(connection: Connection): Set<Promise<unknown>> {
  const underWay = new Set<Promise<unknown>>()
  for (const name of ['query', 'execute'] as const) {
    const send = connection[name].bind(connection) as (...given: unknown[]) => Promise<unknown>
    const watched = (...given: unknown[]) => {
      const answer = send(...given)
      const settle = () => void underWay.delete(answer)
      underWay.add(answer)
      answer.then(settle, settle)
      return answer
    }
    Object.assign(connection, { [name]: watched })
  }
  return underWay
}
