import type { Statement } from '../../../../workbook/verdict.ts'
import { findValues } from './prepared-values.ts'
import { followTransactions, type TransactionPart } from './transactions.ts'

export interface ListedStatement extends Statement, TransactionPart {
  /** From 1, in the order in which the connections first sent something. */
  connection: number
  prepared: boolean
  /** Of an `Execute`: the values of its `?`, as SQL writes them; `sql` then has the `?`. */
  values?: string[]
}

/** The statement log as people read it: numbered connections, prepared statements, values and transactions marked. */
export function listStatements(statements: Statement[]): ListedStatement[] {
  const threads = [...new Set(statements.map((statement) => statement.thread))]
  const transactionPart = followTransactions()
  return statements.map((statement, index) => ({
    ...statement,
    ...(statement.command === 'Execute' &&
      findValues(statement, preparedBefore(statements.slice(0, index), statement))),
    connection: threads.indexOf(statement.thread) + 1,
    prepared: ['Prepare', 'Execute', 'Close stmt'].includes(statement.command),
    ...transactionPart(statement),
  }))
}

// --- internal ---

function preparedBefore(earlier: Statement[], { thread }: Statement): Statement[] {
  return earlier.filter((one) => one.thread === thread && one.command === 'Prepare')
}
