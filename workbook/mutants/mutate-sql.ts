import { apply, type Change } from './change.ts'
import type { Mutant } from './mutate.ts'
import { changesOfSql } from './sql-mutators.ts'
import { split, tokensIn, type Token } from './sql-text.ts'

/**
 * All small changes to the script of a drill, in its order. What equals the answer, one of `known` or an earlier mutant
 * except for white space and comments is left out. The server finds out what is no longer valid SQL.
 * @param known the sources of other right answers
 */
export function mutateSql(answer: string, known: readonly string[] = []): Mutant[] {
  const seen = new Set([answer, ...known].map(essence))
  const tokens = tokensIn(answer)
  const changes = [...changesOfSql(tokens), ...fewerStatements(tokens)]
  return changes.toSorted(byBegin).flatMap((change) => {
    const source = apply(answer, change)
    const short = essence(source)
    if (seen.has(short)) return []
    seen.add(short)
    return [{ what: change.what, source }]
  })
}

// --- internal ---

const byBegin = (a: Change, b: Change) => beginOf(a) - beginOf(b)
const beginOf = ({ edits }: Change) => Math.min(...edits.map(({ start }) => start))

/** The words and signs of a script; a `;` at its end means nothing. */
function essence(sql: string): string {
  const words = tokensIn(sql).map(({ word }) => word)
  return words.filter((word, index) => word !== ';' || index < words.length - 1).join('\u0001')
}

/** If there are several statements, each is dropped once. */
function fewerStatements(tokens: readonly Token[]): Change[] {
  const statements = split(tokens, ({ text }) => text === ';')
  if (statements.length < 2) return []
  return statements.map((statement) => ({
    what: 'statement dropped',
    edits: [{ start: statement[0]!.start, end: statement.at(-1)!.end, text: '' }],
  }))
}
