import type { Connection } from 'mysql2/promise'
import { aftermathOf } from './aftermath.ts'
import type { Outcome } from './drill-outcome.ts'
import type { Lab } from './lab.ts'
import { play, statementsOf, type Played, type ResultSet } from './play.ts'

export interface Witness {
  /** What another session does or asks each time the answer has read rows: SQL. */
  between?: string
  /** What another session asks or tries when the answer is done and its session is still open: one SQL statement each. */
  afterwards?: string[]
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
  { between, afterwards = [] }: Witness,
  reads: boolean,
): Promise<Outcome> {
  const outcome: Outcome = { results: [], elsewhere: [] }
  const statements = statementsOf(script)
  if (reads && !between && afterwards.length === 0)
    return { ...outcome, ...anywhere(await play(connection, statements), schema) }
  await using other = await server.session(schema)
  await other.query('SET innodb_lock_wait_timeout = 1')
  const since = await timeOf(other)
  const witness = async (sql: string) => {
    outcome.elsewhere.push({ sql, came: await tried(other, sql) })
  }
  const played = await play(connection, statements, async () => {
    if (between) await witness(between)
  })
  for (const sql of afterwards) await witness(sql)
  Object.assign(outcome, anywhere(played, schema))
  return reads ? outcome : { ...outcome, aftermath: await aftermathOf(other, schema, since) }
}

// --- internal ---

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
