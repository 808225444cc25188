import type { Statement } from '../../../../workbook/verdict.ts'
import { findValues } from './prepared-values.ts'

export interface ListedStatement extends Statement {
  /** From 1, in the order in which connections first spoke. */
  connection: number
  prepared: boolean
  /** Of an `Execute`: the values of its `?`, as SQL writes them; `sql` then has the `?`. */
  values?: string[]
  /** Between START TRANSACTION and its end, both included. */
  transaction: 'start' | 'inside' | 'end' | undefined
}

/** The statement log as people read it: numbered connections, prepared statements, values and transactions marked. */
export function listStatements(statements: Statement[]): ListedStatement[] {
  const threads = [...new Set(statements.map((statement) => statement.thread))]
  const open = new Set<number>()
  return statements.map((statement, index) => ({
    ...statement,
    ...(statement.command === 'Execute' &&
      findValues(statement, preparedBefore(statements.slice(0, index), statement))),
    connection: threads.indexOf(statement.thread) + 1,
    prepared: ['Prepare', 'Execute', 'Close stmt'].includes(statement.command),
    transaction: transactionPart(statement, open),
  }))
}

// --- internal ---

function preparedBefore(earlier: Statement[], { thread }: Statement): Statement[] {
  return earlier.filter((one) => one.thread === thread && one.command === 'Prepare')
}

function transactionPart(
  { thread, sql, command }: Statement,
  open: Set<number>,
): ListedStatement['transaction'] {
  if (/^\s*(?:START\s+TRANSACTION|BEGIN)\b/i.test(sql)) {
    open.add(thread)
    return 'start'
  }
  if (!open.has(thread)) return undefined
  const ends = command === 'Quit' || /^\s*(?:COMMIT|ROLLBACK(?!\s+(?:WORK\s+)?TO))\b/i.test(sql)
  if (ends) open.delete(thread)
  return ends ? 'end' : 'inside'
}
