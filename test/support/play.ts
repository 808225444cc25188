import type { Connection, FieldPacket, QueryError } from 'mysql2'
import type { Connection as PromiseConnection } from 'mysql2/promise'
import { errorOf } from '../../workbook/console/error-place.ts'
import type { ErrorOutcome } from '../../workbook/console/results.ts'
import { readScript, type StatementPart } from '../../workbook/console/script.ts'
import { lexemeAt } from '../../workbook/content/sql-statements.ts'
import { kindOf, type Kind } from './column-kinds.ts'
import { found } from './findings.ts'

/** The rows of one statement, or those seen by another session. */
export interface ResultSet {
  columns: { name: string; kind: Kind }[]
  rows: (string | null)[][]
}

/** The result of a script: the rows of the statements that returned some, and the error that ended it. */
export interface Played {
  results: ResultSet[]
  error?: ErrorOutcome
}

/** The statements of a script, as the `mysql` client takes them; its own commands (`quit`, `help`) do not count. */
export function statementsOf(script: string): StatementPart[] {
  return readScript(script).filter((part) => part.kind === 'statement')
}

/** Does a script only ask, and change nothing? */
export function onlyReads(script: string): boolean {
  return statementsOf(script).every(({ sql }) => reading.includes(firstWord(sql)))
}

/** Does a script ask what tables there are or how one is built, and not what is in it? */
export function onlyShows(script: string): boolean {
  return statementsOf(script).every(({ sql }) => showing.includes(firstWord(sql)))
}

/**
 * Sends the statements one after another, and stops at the first error, as the `mysql` client does.
 * @param after is called after each statement, and told whether it returned rows
 */
export async function play(
  connection: PromiseConnection,
  statements: readonly StatementPart[],
  after: (returned: boolean) => Promise<void> = async () => {},
): Promise<Played> {
  const results: ResultSet[] = []
  for (const part of statements) {
    try {
      const sets = await ask(core(connection), part.sql)
      results.push(...sets)
      await after(sets.length > 0)
    } catch (error) {
      if (!(error instanceof Error) || !('sqlState' in error)) throw error
      return { results, error: errorOf(error as QueryError, part) }
    }
  }
  return { results }
}

// --- internal ---

const showing = ['SHOW', 'DESCRIBE', 'DESC']
const reading = ['SELECT', 'WITH', 'TABLE', 'VALUES', 'EXPLAIN', ...showing]
/** A join without its condition returns millions of rows: only as many are kept as a drill can need. */
const mostRows = 5000

function firstWord(sql: string): string {
  for (let index = 0; index < sql.length;) {
    const { text, kind } = lexemeAt(sql, index)
    if (kind === 'word') return text.toUpperCase()
    index += text.length
  }
  return ''
}

function ask(connection: Connection, sql: string): Promise<ResultSet[]> {
  const sets: ResultSet[] = []
  const query = connection.query({ sql, rowsAsArray: true, typeCast: (field) => field.string() })
  return new Promise((resolve, reject) => {
    query.on('fields', (fields?: FieldPacket[]) => {
      if (!fields) return
      const columns = fields.map(({ name, columnType }) => ({ name, kind: kindOf(columnType) }))
      sets.push({ columns, rows: [] })
    })
    query.on('result', (row: unknown) => {
      if (!Array.isArray(row)) return
      const { rows } = sets.at(-1)!
      if (rows.push(row as ResultSet['rows'][number]) <= mostRows) return
      connection.destroy()
      reject(found('finding.too-many-rows', { n: mostRows }))
    })
    query.on('end', () => resolve(sets))
    query.on('error', reject)
  })
}

/** The connection beneath: promises would wait for all rows. */
function core(connection: PromiseConnection): Connection {
  return (connection as unknown as { connection: Connection }).connection
}
