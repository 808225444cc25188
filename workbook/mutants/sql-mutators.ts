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
  (node) => (isSql(node) ? parts.flatMap((part) => part(tokensOf(node))) : []),
]

/** Finds the changes in the SQL of one literal. */
export type SqlMutator = (tokens: readonly Token[]) => Change[]

// --- internal ---

const parts: SqlMutator[] = [sqlConditions, sqlOrder, sqlColumns, sqlWords]
