import type { Connection, FieldPacket, QueryError, ResultSetHeader } from 'mysql2'
import { cellOf, columnOf } from './columns.ts'
import { errorOf } from './error-place.ts'
import {
  byteLimit,
  rowLimit,
  type ConsoleCell,
  type ConsoleOutcome,
  type DoneOutcome,
  type RowsOutcome,
} from './results.ts'
import type { PlacedText } from './script.ts'
import { onStatus, statusOf, type ServerStatus } from './server-status.ts'

/** What a run may still show; every statement takes its share. */
export interface Budget {
  bytes: number
}

export interface StatementAnswer {
  outcomes: ConsoleOutcome[]
  /** Undefined after an error: the server does not say. */
  status: ServerStatus | undefined
}

/**
 * Sends one statement and collects the result. Rows beyond the limits are counted and dropped as they arrive, so that
 * a million of them are never in memory at once.
 */
export function askServer(
  connection: Connection,
  part: PlacedText,
  budget: Budget,
): Promise<StatementAnswer> {
  const answer: StatementAnswer = { outcomes: [], status: undefined }
  const query = connection.query({
    sql: part.sql,
    rowsAsArray: true,
    typeCast: (field) => field.buffer(),
  })
  let addRow = (_row: Row) => {}
  onStatus(query, (status) => (answer.status = status))
  query.on('fields', (fields?: FieldPacket[]) => {
    if (!fields) return
    const outcome: RowsOutcome = { kind: 'rows', columns: fields.map(columnOf), rows: [], count: 0 }
    answer.outcomes.push(outcome)
    addRow = rowsOf(outcome, fields, budget)
  })
  query.on('result', (result: Row | Header) => {
    if (Array.isArray(result)) addRow(result)
    else {
      answer.outcomes.push(doneOf(result))
      answer.status = statusOf(result.serverStatus, result.warningStatus)
    }
  })
  return new Promise((resolve) => {
    const fail = (error: QueryError) => {
      answer.outcomes.push(errorOf(error, part))
      finish({ ...answer, status: undefined })
    }
    const finish = (whole: StatementAnswer) => {
      connection.off('error', fail)
      resolve(whole)
    }
    query.on('end', () => finish(answer))
    query.on('error', fail)
    // A broken connection is reported by the connection, not by the statement.
    connection.on('error', fail)
  })
}

// --- internal ---

type Row = (Buffer | null)[]
type Header = ResultSetHeader & { stateChanges?: { schema: string | null } }

function rowsOf(outcome: RowsOutcome, fields: FieldPacket[], budget: Budget): (row: Row) => void {
  let left = byteLimit
  return (row) => {
    outcome.count++
    if (outcome.rows.length < outcome.count - 1 || outcome.rows.length >= rowLimit) return
    const cells = row.map((bytes, index) => cellOf(bytes, fields[index]!))
    const size = cells.reduce((sum, cell) => sum + sizeOf(cell), 0)
    // The first row is always shown: values are short enough for that.
    if (outcome.rows.length > 0 && (size > left || size > budget.bytes)) return
    left -= size
    budget.bytes -= size
    outcome.rows.push(cells)
  }
}

function sizeOf(cell: ConsoleCell): number {
  if (cell === null) return 4
  return typeof cell === 'string' ? cell.length : cell.text.length
}

function doneOf({ affectedRows, insertId, info, stateChanges }: Header): DoneOutcome {
  return {
    kind: 'done',
    affected: String(affectedRows),
    ...(insertId && { insertId: String(insertId) }),
    info: info.trim(),
    ...(typeof stateChanges?.schema === 'string' && { database: stateChanges.schema }),
  }
}
