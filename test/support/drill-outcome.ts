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
  /** The outcomes of the test's own statements in another session, in the order in which they were sent. */
  elsewhere: { sql: string; came: ResultSet | number }[]
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
  expectValue(seen.error?.errno ?? null, expected.error?.errno ?? null, 'errno')
  for (const [question, rows] of expected.aftermath ?? [])
    expectRows(seen.aftermath?.get(question) ?? [], rows, question, { ordered: false })
  for (const [index, { sql, came }] of expected.elsewhere.entries())
    expectElsewhere(seen.elsewhere[index]!.came, came, sql)
}

/** Are two outcomes the same? */
export function sameOutcome(one: Outcome, other: Outcome, how: Comparison): boolean {
  if (Boolean(one.error) !== Boolean(other.error)) return false
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
  const [names, wantedNames] = [seen, expected].map(({ columns }) =>
    columns.map(({ name }) => name),
  )
  const details = { expected: wantedNames, seen: names }
  const same = how.anyNames
    ? names!.length === wantedNames!.length
    : isDeepStrictEqual(names, wantedNames)
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

function expectElsewhere(
  seen: ResultSet | number,
  expected: ResultSet | number,
  what: string,
): void {
  if (typeof seen === 'number' || typeof expected === 'number') {
    const said = (one: ResultSet | number) => (typeof one === 'number' ? `error ${one}` : 'OK')
    expectValue(said(seen), said(expected), what)
  } else {
    const names = expected.columns.map(({ name }) => name)
    expectRows(rowsOf(seen, names), rowsOf(expected, names), what, { ordered: false })
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
