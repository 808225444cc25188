import type { RowDataPacket } from 'mysql2'
import type { Account } from '../database/types.ts'
import { ownStatement, type ConsoleConnection } from './connection.ts'
import { timeLimit, warningLimit, type ConsoleResult, type ConsoleWarning } from './results.ts'
import type { ScriptPart, StatementPart } from './script.ts'
import type { ServerStatus } from './server-status.ts'
import { askServer, type Budget, type StatementAnswer } from './statement.ts'
import { stopping } from './stop.ts'

/** Runs one statement within the limits of a console: time, rows, and the student's patience, which is `signal`. */
export async function ask(
  connection: ConsoleConnection,
  account: Account,
  part: StatementPart,
  { budget, signal }: { budget: Budget; signal: AbortSignal },
  next?: ScriptPart,
): Promise<{ result: ConsoleResult; status: ServerStatus | undefined }> {
  const { sql, offset, vertical } = part
  const began = performance.now()
  const asked = askServer(connection.rows, part, budget)
  const limits = { signal, limit: timeLimit }
  const { answer = gone, stopped } = await stopping(connection, account, limits, asked)
  const duration = performance.now() - began
  const warnings = asksForRowCount(next) ? [] : await readWarnings(connection, part, answer)
  const outcomes = stopped ? withoutInterruption(answer) : answer.outcomes
  const result = { sql, offset, vertical, outcomes, warnings, duration }
  return { result: { ...result, ...(stopped && { stopped }) }, status: answer.status }
}

// --- internal ---

const interrupted = 1317

/** The server neither answers nor stops. */
const gone: StatementAnswer = {
  outcomes: [
    {
      kind: 'error',
      errno: 0,
      code: 'PROTOCOL_CONNECTION_LOST',
      sqlState: '',
      message: '',
      lost: true,
    },
  ],
  status: undefined,
}

/** It has already been reported as stopped. */
function withoutInterruption({ outcomes }: StatementAnswer): ConsoleResult['outcomes'] {
  return outcomes.filter((one) => one.kind !== 'error' || one.errno !== interrupted)
}

/** `SHOW WARNINGS` would be the statement whose rows are counted. */
function asksForRowCount(next: ScriptPart | undefined): boolean {
  return /\brow_count\b/i.test(next?.sql ?? '')
}

async function readWarnings(
  { connection }: ConsoleConnection,
  { sql }: StatementPart,
  { status }: StatementAnswer,
): Promise<ConsoleWarning[]> {
  if (!status?.warnings || /^\s*show\s+(?:warnings|errors)\b/i.test(sql)) return []
  const [rows] = await connection.query<RowDataPacket[]>(
    ownStatement(`SHOW WARNINGS LIMIT ${warningLimit}`),
  )
  return rows.map(({ Level, Code, Message }) => ({ level: Level, code: Code, message: Message }))
}
