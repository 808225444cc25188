import type { Change, Mutator } from './change.ts'
import { sqlColumns } from './sql-columns.ts'
import { sqlConditions } from './sql-conditions.ts'
import { sqlOrder } from './sql-order.ts'
import { isSql, tokensOf, type Token } from './sql-text.ts'
import { sqlWords } from './sql-words.ts'
import { concatenated } from './concatenated.ts'

/** Changes to the SQL inside a literal. */
export const sqlMutators: Mutator[] = [
  concatenated,
  (node) => (isSql(node) ? changesOfSql(tokensOf(node)) : []),
]

/** The changes in the SQL of one literal, or of a file. */
export function changesOfSql(tokens: readonly Token[]): Change[] {
  return parts.flatMap((part) => part(tokens))
}

/** Finds the changes in the SQL of one literal. */
export type SqlMutator = (tokens: readonly Token[]) => Change[]

// --- internal ---

const parts: SqlMutator[] = [sqlConditions, sqlOrder, sqlColumns, sqlWords]
