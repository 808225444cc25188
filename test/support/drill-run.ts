import type { Connection } from 'mysql2/promise'
import { aftermathOf } from './aftermath.ts'
import type { Data } from './drill-mistakes.ts'
import type { Outcome } from './drill-outcome.ts'
import { untilBlocked } from './faults.ts'
import type { Lab } from './lab.ts'
import { play, statementsOf, type Played, type ResultSet } from './play.ts'
import { openUnwatched } from './server.ts'

export interface Witness {
  /** What another session does or asks each time the answer has read rows: SQL. */
  between?: string
  /** What another session asks after each statement, from the answer's first rows to its last: SQL that changes nothing. */
  throughout?: string
  /** What another session asks or tries when the answer is done and its session is still open: one SQL statement each. */
  afterwards?: string[]
  /** What another session has changed when the script begins: SQL. It is undone when the script waits for it, or has ended. */
  held?: string
}

/** A script, and where it runs. */
export interface Performance {
  server: Pick<Lab['server'], 'session'>
  schema: string
  connection: Connection
  script: string
}

/**
 * Runs a script and returns the outcome, with another session as a witness.
 * @param reads whether the task only asks for rows, so that nothing that was left behind is examined
 */
export async function perform(
  { server, schema, connection, script }: Performance,
  { between, throughout, afterwards = [], held }: Witness,
  reads: boolean,
): Promise<Outcome> {
  const outcome: Outcome = { results: [], elsewhere: [], throughout: [] }
  const statements = statementsOf(script)
  if (reads && !between && !throughout && !held && afterwards.length === 0)
    return { ...outcome, ...anywhere(await play(connection, statements), schema) }
  await using other = await server.session(schema)
  await other.query('SET innodb_lock_wait_timeout = 1, lock_wait_timeout = 1')
  const since = await timeOf(other)
  // Each wait takes a second: one is enough.
  let waited = false
  const ask = async (sql: string) => {
    const came = waited ? lockWaitTimeout : await tried(other, sql)
    waited = came === lockWaitTimeout
    return { sql, came }
  }
  const witness = async (sql: string) => void outcome.elsewhere.push(await ask(sql))
  let begun = false
  // Nothing is asked of the time after the last rows, and they are known as the last only at the end.
  const unsure: Outcome['throughout'] = []
  await using holder = held ? await server.session(schema) : undefined
  if (holder) await holder.query(`START TRANSACTION; ${held}`)
  const playing = play(connection, statements, async (returned) => {
    if (between && returned) await witness(between)
    begun ||= returned
    if (!throughout || !begun) return
    unsure.push(await ask(throughout))
    if (returned) outcome.throughout.push(...unsure.splice(0))
  })
  const query = async <T extends object>(sql: string, values?: unknown[]) =>
    (await other.query(sql, values))[0] as T[]
  if (holder) await Promise.race([playing, untilBlocked({ query }, connection)])
  await holder?.rollback()
  const played = await playing
  for (const sql of afterwards) await witness(sql)
  Object.assign(outcome, anywhere(played, schema))
  if (reads) return outcome
  try {
    return { ...outcome, aftermath: await aftermathOf(other, schema, since) }
  } catch (error) {
    if ((error as { errno?: number }).errno !== lockWaitTimeout) throw error
    return { ...outcome, locked: true }
  }
}

/** Runs a script on other rows, in another schema. It may be the student's: it has no more rights than the student. */
export async function performInTwin(
  lab: Pick<Lab, 'server' | 'twin' | 'options'>,
  data: Data,
  script: string,
  witness: Witness,
  reads: boolean,
): Promise<Outcome> {
  const [outcome] = await performAllInTwin(lab, [data], [script], witness, reads)
  return outcome![0]!
}

/**
 * Runs scripts on sets of other rows, where asking leaves them as they are: all in one schema, set after set.
 * @param begin SQL that the session begins with
 * @returns for each set the outcome of each script
 */
export async function performAllInTwin(
  lab: Pick<Lab, 'server' | 'twin' | 'options'>,
  sets: readonly Data[],
  scripts: readonly string[],
  witness: Witness,
  reads: boolean,
  begin?: string,
): Promise<Outcome[][]> {
  const { server } = lab
  const twin = await lab.twin()
  const { schema } = twin
  await using session = await server.session(schema)
  await using connection = await openUnwatched({ ...lab.options, database: schema })
  if (begin) await connection.query(begin)
  const outcomes: Outcome[][] = []
  for (const data of sets) {
    const rows = data(twin)
    if (rows) await session.query(rows)
    const row: Outcome[] = []
    for (const script of scripts)
      row.push(await perform({ server, schema, connection, script }, witness, reads))
    outcomes.push(row)
  }
  return outcomes
}

// --- internal ---

const lockWaitTimeout = 1205

/** Rows in which the schema's own name (`Tables_in_…`) is replaced with a neutral one. */
function anywhere({ results, error }: Played, schema: string): Played {
  const rename = (text: string) => text.replaceAll(schema, 'ai_chat_db')
  const renamed = results.map(({ columns, rows }) => ({
    columns: columns.map(({ name, kind }) => ({ name: rename(name), kind })),
    rows: rows.map((cells) => cells.map((cell) => cell && rename(cell))),
  }))
  return { results: renamed, ...(error && { error }) }
}

async function timeOf(admin: Connection): Promise<string> {
  const [rows] = await admin.query('SELECT CAST(NOW() AS CHAR) AS now')
  return (rows as { now: string }[])[0]!.now
}

async function tried(other: Connection, sql: string): Promise<ResultSet | number> {
  const { results, error } = await play(other, statementsOf(sql))
  return error?.errno ?? results[0] ?? { columns: [], rows: [] }
}
