import type { Connection } from 'mysql2/promise'
import {
  byTest,
  expectRows,
  expectValue,
  mistake,
  refuseStatements,
  aftermathOf,
  type Lab,
  type Server,
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

/** `work` must reject with the server's error when one of its statements that build, or of `statements`, is refused: the first, the second… @param of so many */
export function mustRejectRefusals(
  lab: Lab,
  work: (connection: Connection) => Promise<void>,
  {
    of = 1,
    statements = /^\s*(create|alter|drop|truncate)\b/i,
    ...options
  }: { of?: number; named?: boolean; statements?: RegExp } = {},
): Promise<void> {
  return refuseStatements(lab, work, {
    at: Array.from({ length: of }, (_, index) => index + 1),
    ...options,
    statements,
    passedOn: true,
    wrong: (expected, seen = 'no error') => mistake('swallows-errors', { expected, seen }),
  })
}

/** How each table is created, by its name, as the server shows it: with comments, and the next number. */
export async function readStatements(server: Server, ...tables: string[]): Promise<object[]> {
  const all = tables.map((table) => server.query('SHOW CREATE TABLE ??', [table]))
  return (await Promise.all(all)).flat()
}

/** Some servers keep names in lower case. */
export async function keepsCase(server: Server): Promise<boolean> {
  const [row] = await server.query<{ names: number }>('SELECT @@lower_case_table_names AS names')
  return Number(row!.names) === 0
}

/**
 * A connection to another database, which then changes to the test's own: its options name a database that is no longer the
 * current one.
 * @param prepare creates what the other one has, over a connection to it
 * @returns the connection, and the other database's name
 */
export async function fromElsewhere(
  { asItIs, connect, schema, server }: Lab,
  prepare: (connection: Connection, other: string) => Promise<unknown>,
): Promise<[connection: Connection, other: string]> {
  const other = `${schema}_first`
  await using outside = await server.session()
  await outside.query('CREATE DATABASE ??', [other])
  // Over another connection: a statement that the driver has prepared there would be run there again.
  await prepare(await connect({ database: other }), other)
  const connection = await connect({ database: other })
  await connection.query(byTest('USE ??'), [schema])
  await asItIs()
  return [connection, other]
}

/** Fails if the database has more than tables: a trigger, a procedure, an event. */
export async function expectTablesAlone(server: Server, schema: string): Promise<void> {
  expectValue(await server.query('SHOW TRIGGERS'), [], 'SHOW TRIGGERS')
  const routines = await server.query(
    `SELECT ROUTINE_NAME AS name FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ?
     UNION ALL SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = ?`,
    [schema, schema],
  )
  expectValue(routines, [], 'information_schema.ROUTINES, information_schema.EVENTS')
}

/** The error with which a statement from outside is refused, if it is. */
export async function refusal(work: Promise<unknown>): Promise<number | undefined> {
  return work.then(
    () => undefined,
    (error: { errno: number }) => error.errno,
  )
}

// --- internal ---

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
