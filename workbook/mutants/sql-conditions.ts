import type { Change } from './change.ts'
import { clause, over, split, type Token } from './sql-text.ts'

/** Conditions of WHERE, ON and HAVING: dropped, negated, joined and compared differently. */
export function sqlConditions(tokens: readonly Token[]): Change[] {
  return tokens.flatMap((token, at) => {
    if (!['WHERE', 'ON', 'HAVING'].includes(token.word) || isRule(tokens[at + 1])) return []
    const inside = clause(tokens, at, enders)
    const joins = inside.filter(
      (one, index) => isJoin(one, index, inside) && one.depth === token.depth,
    )
    return [
      ...split(inside, (one) => joins.includes(one)).flatMap(oneCondition),
      ...joins.map((one) => ({
        what: 'AND and OR exchanged',
        edits: [over([one], one.word === 'AND' ? 'OR' : 'AND')],
      })),
      ...inside.flatMap((one, index) => comparison(inside, one, index)),
    ]
  })
}

// --- internal ---

const enders = new Set(
  'GROUP ORDER LIMIT HAVING FOR UNION WHERE JOIN LEFT RIGHT INNER CROSS WINDOW AS ON ; LOCK'.split(
    ' ',
  ),
)

/** `ON DELETE CASCADE`, `ON DUPLICATE KEY UPDATE` */
const isRule = (next: Token | undefined) => /^(?:DELETE|UPDATE|DUPLICATE)$/.test(next?.word ?? '')

/** BETWEEN has its own AND. */
function isJoin({ word }: Token, index: number, inside: readonly Token[]): boolean {
  if (word === 'OR') return true
  return (
    word === 'AND' &&
    !inside.slice(Math.max(0, index - 3), index).some((one) => one.word === 'BETWEEN')
  )
}

/** Dropped in such a way that its placeholders stay: otherwise the driver would reject the values that are left over. */
function oneCondition(condition: Token[]): Change[] {
  const [first, last] = [condition[0]!, condition.at(-1)!]
  const around = (before: string, after: string) => [
    { start: first.start, end: first.start, text: before },
    { start: last.end, end: last.end, text: after },
  ]
  return [
    { what: 'condition dropped', edits: around('(', ' OR TRUE)') },
    { what: 'condition negated', edits: around('NOT (', ')') },
  ]
}

const boundaryOf: Record<string, string> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '<>': '=',
  '!=': '=',
}

function comparison(tokens: readonly Token[], token: Token, index: number): Change[] {
  const change = (text: string) => ({
    what: `${token.word} exchanged for ${text}`,
    edits: [over([token], text)],
  })
  if (boundaryOf[token.text]) return [change(boundaryOf[token.text]!)]
  if (token.word === 'LIKE') return [change('='), change('REGEXP')]
  if (token.word === 'REGEXP' || token.word === 'RLIKE') return [change('LIKE')]
  if (token.text !== '=' || !isTextual(tokens[index - 1]) || !isValue(tokens[index + 1])) return []
  return [change('LIKE'), change('REGEXP')]
}

/** Numbers are the same under LIKE. */
const isTextual = (column: Token | undefined) =>
  /^\w+$/.test(column?.word ?? '') && !/(?:ID|^IS_\w+|COUNT|POSITION)$/.test(column!.word)

const isValue = (value: Token | undefined) => /^(?:[?'"]|_+$)/.test(value?.text ?? '')
