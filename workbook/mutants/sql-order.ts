import type { Change } from './change.ts'
import { clause, over, split, without, type Token } from './sql-text.ts'

/** Which rows come, and in which order: ORDER BY, GROUP BY, LIMIT, DISTINCT. */
export function sqlOrder(tokens: readonly Token[]): Change[] {
  return tokens.flatMap((token, at) => {
    if (token.word === 'BY') return keys(tokens, at)
    if (
      token.word === 'LIMIT' &&
      /^\d+$/.test(tokens[at + 1]?.text ?? '') &&
      tokens[at + 2]?.text !== ','
    )
      return [{ what: 'LIMIT dropped', edits: [over(tokens.slice(at, at + 2), '')] }]
    if (token.word === 'DISTINCT') return [{ what: 'DISTINCT dropped', edits: [over([token], '')] }]
    return token.word === 'SELECT' ? selection(tokens, at) : []
  })
}

// --- internal ---

const enders = new Set(
  'LIMIT FOR HAVING ORDER UNION ROWS RANGE AS SEPARATOR WITH WINDOW ;'.split(' '),
)
const aggregates = /^(?:COUNT|SUM|AVG|MIN|MAX|GROUP_CONCAT|JSON_ARRAYAGG|EXISTS)$/

function keys(tokens: readonly Token[], at: number): Change[] {
  const kind = tokens[at - 1]
  if (!kind || !/^(?:ORDER|GROUP|PARTITION)$/.test(kind.word)) return []
  const inside = clause(tokens, at, enders)
  const pieces = split(inside, ({ text }) => text === ',')
  const whole = { what: `${kind.word} BY dropped`, edits: [over([kind, ...inside], '')] }
  const dropped = pieces.map((piece) => ({
    what: 'key dropped',
    edits: [over(inside, without(pieces, piece))],
  }))
  const turned = kind.word === 'ORDER' ? pieces.map(turn) : []
  return [whole, ...(pieces.length > 1 ? dropped : []), ...turned]
}

function turn(piece: Token[]): Change {
  const last = piece.at(-1)!
  const what = 'direction turned'
  if (last.word === 'DESC') return { what, edits: [over([last], 'ASC')] }
  if (last.word === 'ASC') return { what, edits: [over([last], 'DESC')] }
  return { what, edits: [{ start: last.end, end: last.end, text: ' DESC' }] }
}

/** A hidden limit and a DISTINCT, where they could make a difference. */
function selection(tokens: readonly Token[], at: number): Change[] {
  const columns = clause(tokens, at, new Set(['FROM']))
  const rest = tokens.slice(at + 1 + columns.length)
  const single =
    columns.some(({ word }) => aggregates.test(word)) && !rest.some(({ word }) => word === 'GROUP')
  if (rest.length === 0 || single) return []
  const own = rest.filter(({ depth }) => depth === tokens[at]!.depth)
  const byKey = own.some(
    ({ word }, index) =>
      word === 'ID' && own[index + 1]?.text === '=' && own[index + 2]?.text === '?',
  )
  const named = columns.some(({ word }) => word === 'ID' || word === 'DISTINCT' || word === '*')
  const begin = tokens[at]!
  const last = tokens.at(-1)!
  const unlimited =
    begin.depth === 0 &&
    at === 0 &&
    !byKey &&
    !own.some(({ word }) => /^(?:LIMIT|FOR|INTO|UNION|;)$/.test(word))
  return [
    ...(named ? [] : [{ what: 'DISTINCT added', edits: [over([begin], 'SELECT DISTINCT')] }]),
    ...(unlimited
      ? [20, 100].map((limit) => ({
          what: 'LIMIT added',
          edits: [{ start: last.end, end: last.end, text: ` LIMIT ${limit}` }],
        }))
      : []),
  ]
}
