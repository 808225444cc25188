import { isDeepStrictEqual } from 'node:util'
import type { Row } from '../../workbook/verdict.ts'
import type { Aftermath } from './aftermath.ts'
import type { Kind } from './column-kinds.ts'
import { expectRows, expectValue, found } from './findings.ts'
import type { Played, ResultSet } from './play.ts'

/** Everything that a drill is judged by. */
export interface Outcome extends Played {
  /** Undefined when the task only asks for rows. */
  aftermath?: Aftermath
  /** Does it keep others from its tables, so that nobody can look at what it left? */
  locked?: boolean
  /** The outcomes of the test's own statements in another session, in the order in which they were sent. */
  elsewhere: Witnessed[]
  /** The outcomes of the statement that another session sent again and again. */
  throughout: Witnessed[]
}

/** A statement of another session, and the rows or the number of the error that came of it. */
interface Witnessed {
  sql: string
  came: ResultSet | number
}

export interface Comparison {
  /** Does the task specify the order of the rows? */
  ordered?: boolean
  /** May the columns have any names? */
  anyNames?: boolean
}

/** Fails unless two outcomes are the same. @throws {FindingError} with the first difference, as a student should meet it */
export function expectOutcome(seen: Outcome, expected: Outcome, how: Comparison): void {
  if (seen.error && !sameError(seen, expected)) throw mysqlError(seen.error)
  const counts = { expected: expected.results.length, seen: seen.results.length }
  if (counts.seen !== counts.expected) throw found('finding.results', counts)
  expected.results.forEach((wanted, index) => expectResult(seen.results[index]!, wanted, how))
  if (expected.error && !seen.error)
    throw found('finding.not-refused', { errno: String(expected.error.errno) })
  if (seen.locked && !expected.locked) throw found('finding.lock-left', { what: 'LOCK TABLES' })
  for (const [question, rows] of expected.aftermath ?? [])
    expectRows(seen.aftermath?.get(question) ?? [], rows, question, { ordered: false })
  for (const [index, { sql, came }] of expected.elsewhere.entries())
    expectElsewhere(seen.elsewhere[index]!.came, came, sql)
  expectThroughout(changesOf(seen.throughout), changesOf(expected.throughout))
}

/** Are two outcomes the same? */
export function sameOutcome(one: Outcome, other: Outcome, how: Comparison): boolean {
  if (Boolean(one.error) !== Boolean(other.error)) return false
  if (Boolean(one.locked) !== Boolean(other.locked)) return false
  try {
    expectOutcome(one, other, how)
    return true
  } catch {
    return false
  }
}

// --- internal ---

function sameError({ error: one }: Outcome, { error: other }: Outcome): boolean {
  return one?.errno === other?.errno && plain(one?.message) === plain(other?.message)
}

/** For a twin: the message names its schema. */
function plain(message = ''): string {
  return message.replaceAll(/`?[\w$]+`?\.(?=[\w`])/g, '')
}

function mysqlError({ code, errno, sqlState, message }: NonNullable<Outcome['error']>) {
  return found('finding.mysql-error', { code, errno: String(errno), sqlState, message })
}

function expectResult(seen: ResultSet, expected: ResultSet, how: Comparison): void {
  // MySQL reads a column's name in upper and lower case alike.
  const inLowerCase = (name: string) => name.toLowerCase()
  const [names, wantedNames] = [seen, expected].map(({ columns }) =>
    columns.map(({ name }) => name),
  )
  const details = { expected: wantedNames, seen: names }
  const same = how.anyNames
    ? names!.length === wantedNames!.length
    : isDeepStrictEqual(names!.map(inLowerCase), wantedNames!.map(inLowerCase))
  if (!same)
    throw found(
      'finding.columns',
      { expected: wantedNames!.join(', '), seen: names!.join(', ') },
      details,
    )
  const wantedRows = rowsOf(expected, wantedNames!)
  const rows = rowsOf(seen, wantedNames!)
  expected.columns.forEach(({ name, kind }, index) => {
    const other = seen.columns[index]!.kind
    if (kind !== other && kind !== 'NULL' && other !== 'NULL')
      throw found(
        'finding.column-kind',
        { column: name, expected: kind, seen: other },
        { expected: wantedRows, seen: rows },
      )
  })
  expectRows(rows, wantedRows, 'SQL', { ordered: how.ordered ?? false })
}

/** The errors of a row that is locked, at once with `NOWAIT`, and of a table. */
const haveToWait: unknown[] = [3572, 1205]

function expectElsewhere(
  seen: ResultSet | number,
  expected: ResultSet | number,
  what: string,
): void {
  if (haveToWait.includes(seen) && haveToWait.includes(expected)) return
  if (typeof seen === 'number' || typeof expected === 'number') {
    const said = (one: ResultSet | number) => (typeof one === 'number' ? `error ${one}` : 'OK')
    expectValue(said(seen), said(expected), what)
  } else {
    const names = expected.columns.map(({ name }) => name)
    expectRows(rowsOf(seen, names), rowsOf(expected, names), what, { ordered: false })
  }
}

/** Those that are not like the one before. */
function changesOf(witnessed: Witnessed[]): Witnessed[] {
  return witnessed.filter(({ came }, index) => !isDeepStrictEqual(came, witnessed[index - 1]?.came))
}

function expectThroughout(seen: Witnessed[], expected: Witnessed[]): void {
  for (let index = 0; index < Math.max(seen.length, expected.length); index++) {
    const wanted = expected[index] ?? expected.at(-1)!
    expectElsewhere((seen[index] ?? seen.at(-1)!).came, wanted.came, wanted.sql)
  }
}

/** In SHOW INDEX, what the server thinks at that moment. */
const estimated = 'Cardinality'

function rowsOf({ columns, rows }: ResultSet, names: string[]): Row[] {
  return rows.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, index) => {
        const name = names[index]!
        return name === estimated ? [] : [[name, valueOf(cell, columns[index]!.kind)]]
      }),
    ),
  )
}

/** A number as a number, if it is exactly one: COUNT's 2 and AVG's 2.0000 are the same. */
function valueOf(cell: string | null, kind: Kind): string | number | null {
  if (cell === null || kind !== 'DECIMAL') return cell
  const shortened = cell.includes('.') ? cell.replace(/\.?0+$/, '') : cell
  return String(Number(shortened)) === shortened ? Number(shortened) : shortened
}
