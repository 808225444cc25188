import type { Connection } from 'mysql2/promise'
import { found, mistake } from './findings.ts'
import type { Lab } from './lab.ts'
import { inFlight, onSending } from './lent.ts'

/**
 * Makes the server refuse, for each reason in turn and in a different order each run: a duplicate, a value too long, a lock
 * that does not come, a deadlock, a refused right, an unknown column, a table that is gone, and others. Calls `ask` each
 * time, and over a connection that is lost. Fails unless the error reaches the caller, by itself or as the `cause` of another.
 * Nor may it send again what was refused: next time that may succeed, and nobody finds out.
 * Afterwards everything is as before.
 * @param what is refused: to read a table in which there are rows (`messages`; `messages.content` names a column that
 * is needed), or to write to it (`INSERT ON messages`)
 * @param ask calls the student's function over this connection; what it reads must be there
 * @param options `otherwise`: the mistake, if a different error reaches the caller; `afterwards` looks at the connection after
 * each refusal
 */
export async function provokeErrors(
  { connect, connection, random, server }: Lab,
  what: string,
  ask: (connection: Connection) => Promise<unknown>,
  { afterwards, otherwise }: Options = {},
): Promise<void> {
  const lost = await connect()
  lost.on('error', () => {})
  await server.kill(lost)
  // The driver notices a moment later.
  await lost.ping().catch(() => {})
  await expectPassedOn(() => ask(lost), 'PROTOCOL_CONNECTION_LOST')
  const repeats = watchRepeats(connection, isMeant(what))
  const refused = async (errno: number) => {
    const name = `${reasons[errno]![0]} (${errno})`
    const call = () => {
      repeats.forget()
      return ask(connection)
    }
    await expectPassedOn(call, name, { errno, otherwise })
    repeats.expectNone()
    await afterwards?.(connection)
  }
  await using session = await server.session()
  // What keeps it from changing a table that nobody uses is a transaction that the answer has left open.
  await session.query('SET lock_wait_timeout = 1, innodb_lock_wait_timeout = 1')
  const prepare = (sql: string, values?: unknown[]) =>
    session.query(sql, values).catch((error: { errno?: number }) => {
      throw error.errno === 1205 ? found('finding.transaction-left-open') : error
    })
  const isWriting = what.includes(' ON ')
  const [table, column] = what.split('.') as [string, string?]
  // A statement with `*` names no column, and the server misses none.
  const namesAll = async () => {
    const { statements } = await server.observe(() => settle(() => ask(connection)))
    return statements.some(({ sql }) => /(?:\bselect\s+|[.,]\s*)\*/i.test(sql))
  }
  const unknownColumn = async () => {
    try {
      await refused(1054)
    } catch (error) {
      if (!(await namesAll())) throw error
    }
  }
  if (!isWriting) await loseTable(prepare, table, column, { refused, unknownColumn })
  const { begin, end } = isWriting ? refuseWriting(what) : refuseReading(table)
  await prepare(begin)
  const genuine = genuineReasons[what.split(' ')[0]!]
  if (genuine) await refused(genuine.errno)
  for (const errno of random.shuffle(Object.keys(reasons).map(Number))) {
    if (!isWriting && hiddenByView.has(errno)) continue
    await prepare('UPDATE refusal SET errno = ?', [errno])
    await refused(errno)
  }
  await prepare(end)
}

/** Fails with a finding unless an error reaches the caller: where the page names no mistake for it. @param reason the error, as people name it */
export async function expectError(ask: () => Promise<unknown>, reason: string): Promise<void> {
  const outcome = await settle(ask)
  if ('error' in outcome) {
    if (outcome.error instanceof Error && outcome.error.message === 'TODO') throw outcome.error
    return
  }
  const seen = outcome.value === undefined ? 'undefined' : JSON.stringify(outcome.value)
  throw found('finding.error-lost', { reason, seen }, { expected: reason, seen })
}

/** Notices which statements are sent over a connection once more after they have been answered. */
export interface Repeats {
  /** Forgets them. */
  forget(): void
  /** Fails if there were any, and forgets them: next time the server may accept it, and nobody finds out. */
  expectNone(): void
}

/** @param meant the statements that count */
export function watchRepeats(connection: Connection, meant = /^/): Repeats {
  let sent: string[] = []
  let repeated: string | undefined
  onSending(connection, (sql) => {
    if (!meant.test(sql)) return
    // Those that are sent at the same time do not know of each other.
    if (sent.includes(sql) && inFlight(connection) === 0) repeated ??= sql
    sent.push(sql)
  })
  const forget = () => {
    sent = []
    repeated = undefined
  }
  return {
    forget,
    expectNone() {
      if (repeated !== undefined) throw found('finding.tries-again', { sql: repeated })
      forget()
    },
  }
}

/**
 * How a call ended. An error may be anything, even `undefined`: ask `'error' in outcome`. What is prepared and reads a view
 * or calls a function is prepared again when other sessions have created or dropped functions meanwhile, and on a busy server MySQL
 * gives up: ER_NEED_REPREPARE. That says nothing about the answer, so `ask` is called again.
 */
export async function settle(
  ask: () => Promise<unknown>,
): Promise<{ value: unknown; error?: never } | { value?: never; error: unknown }> {
  for (let times = 0; ; times++) {
    const outcome = await ask().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    if (times === 20 || !('error' in outcome) || !numbersOf(outcome.error).includes(1615))
      return outcome
  }
}

/** The server's numbers of an error, and of what caused it or is collected in it. */
export function numbersOf(error: unknown, depth = 0): unknown[] {
  if (!(error instanceof Error) || depth > 9) return []
  const inner: unknown[] = error instanceof AggregateError ? error.errors : []
  const { errno } = error as { errno?: unknown }
  return [errno, ...[error.cause, ...inner].flatMap((one) => numbersOf(one, depth + 1))]
}

// --- internal ---

/** The statements that are refused. @param what as in `provokeErrors` */
function isMeant(what: string): RegExp {
  const [verb, , written] = what.split(' ') as [string, string?, string?]
  if (!written)
    return new RegExp(String.raw`^[\s(]*(select|with|table)\b[^]*\b${what.split('.')[0]}\b`, 'i')
  return new RegExp(
    String.raw`^\s*(${verb === 'INSERT' ? 'insert|replace' : verb})\b[^]*\b${written}\b`,
    'i',
  )
}

interface Options {
  afterwards?: (connection: Connection) => Promise<void>
  otherwise?: string
}

/** The reasons for which a server refuses a statement, by number, with the SQLSTATE. */
const reasons: Record<number, [name: string, state: string]> = {
  1048: ['ER_BAD_NULL_ERROR', '23000'],
  1054: ['ER_BAD_FIELD_ERROR', '42S22'],
  1062: ['ER_DUP_ENTRY', '23000'],
  1142: ['ER_TABLEACCESS_DENIED_ERROR', '42000'],
  1146: ['ER_NO_SUCH_TABLE', '42S02'],
  1205: ['ER_LOCK_WAIT_TIMEOUT', 'HY000'],
  1213: ['ER_LOCK_DEADLOCK', '40001'],
  1317: ['ER_QUERY_INTERRUPTED', '70100'],
  1406: ['ER_DATA_TOO_LONG', '22001'],
  1452: ['ER_NO_REFERENCED_ROW_2', '23000'],
  1690: ['ER_DATA_OUT_OF_RANGE', '22003'],
  3819: ['ER_CHECK_CONSTRAINT_VIOLATED', 'HY000'],
}

/** In a view MySQL reports these as ER_VIEW_INVALID. */
const hiddenByView = new Set([1054, 1142, 1146])

/** If something is missing, the server itself notices. */
async function loseTable(
  prepare: (sql: string, values?: unknown[]) => Promise<unknown>,
  table: string,
  column: string | undefined,
  {
    refused,
    unknownColumn,
  }: { refused: (errno: number) => Promise<void>; unknownColumn: () => Promise<void> },
): Promise<void> {
  if (column) {
    await prepare('ALTER TABLE ?? RENAME COLUMN ?? TO gone', [table, column])
    await unknownColumn()
    await prepare('ALTER TABLE ?? RENAME COLUMN gone TO ??', [table, column])
  }
  await prepare('RENAME TABLE ?? TO gone', [table])
  await refused(1146)
  await prepare('RENAME TABLE gone TO ??', [table])
}

interface Refusing {
  begin: string
  end: string
}

/** What a trigger signals is not ignored by IGNORE, nor settled by REPLACE; this is. */
const genuineReasons: Record<string, { errno: number; by: (table: string) => string }> = {
  INSERT: { errno: 1062, by: (table) => `SET NEW.id = (SELECT MIN(id) FROM ${table})` },
  UPDATE: { errno: 1048, by: () => 'SET NEW.id = NULL' },
}

/** As long as no number is given, the reason is the genuine one. */
function refuseWriting(what: string): Refusing {
  const [statement, , table] = what.split(' ') as [string, string, string]
  const genuine = genuineReasons[statement]?.by(table)
  const first = genuine ? `IF (SELECT errno FROM refusal) = 0 THEN ${genuine}; END IF;` : ''
  return {
    begin: `${refuse()}; CREATE TRIGGER refuses BEFORE ${what} FOR EACH ROW BEGIN ${first} DO refuse(); END`,
    end: `DROP TRIGGER refuses; ${noMore}`,
  }
}

/** A view takes the place of the table. */
function refuseReading(table: string): Refusing {
  return {
    begin: `${refuse()}; RENAME TABLE ${table} TO kept;
      CREATE VIEW ${table} AS SELECT * FROM kept WHERE refuse() = 1`,
    end: `DROP VIEW ${table}; RENAME TABLE kept TO ${table}; ${noMore}`,
  }
}

const noMore = 'DROP FUNCTION refuse; DROP TABLE refusal'

/** A function that refuses for the given reason. */
function refuse(): string {
  const signals = Object.entries(reasons).map(
    ([errno, [, state]]) =>
      `WHEN ${errno} THEN SIGNAL SQLSTATE '${state}' SET MYSQL_ERRNO = ${errno}, MESSAGE_TEXT = 'refused';`,
  )
  return `CREATE TABLE refusal (errno INT);
    INSERT INTO refusal VALUES (0);
    CREATE FUNCTION refuse() RETURNS INT READS SQL DATA
    BEGIN
      CASE (SELECT errno FROM refusal) ${signals.join(' ')} ELSE RETURN 1; END CASE;
      RETURN 1;
    END`
}

async function expectPassedOn(
  ask: () => Promise<unknown>,
  expected: string,
  { errno, otherwise }: { errno?: number; otherwise?: string } = {},
): Promise<void> {
  const outcome = await settle(ask)
  if (!('error' in outcome))
    throw mistake('swallows-errors', { expected, seen: outcome.value ?? String(outcome.value) })
  const { error } = outcome
  // A stub, and what a spec has found out inside a callback.
  if (error instanceof Error && (error.message === 'TODO' || error.name === 'WrongAnswer'))
    throw error
  if (errno === undefined || numbersOf(error).includes(errno)) return
  const details = { expected, seen: error }
  throw otherwise
    ? mistake(otherwise, details)
    : found('finding.value', { what: 'error', expected, seen: describe(error) }, details)
}

/** Some things that can be thrown can't even be examined. */
function describe(error: unknown): string {
  try {
    return String(error)
  } catch {
    return typeof error
  }
}
