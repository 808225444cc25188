import type { Change } from './change.ts'
import { clause, over, split, without, type Token } from './sql-text.ts'

/** Lists of columns: those that are selected, set and created. */
export function sqlColumns(tokens: readonly Token[]): Change[] {
  return tokens.flatMap((token, at) => {
    if (token.word === 'SELECT') return dropped('column', clause(tokens, at, new Set(['FROM'])))
    if (token.word === 'SET' && tokens[0]!.word !== 'SET')
      return assignments(clause(tokens, at, new Set(['WHERE', 'ORDER', 'LIMIT'])))
    const created = token.text === '(' && tokens[0]!.word === 'CREATE' && token.depth === 0
    return created && tokens[1]?.word === 'TABLE'
      ? dropped('definition', inBrackets(tokens, at))
      : []
  })
}

// --- internal ---

function dropped(what: string, list: Token[]): Change[] {
  const pieces = split(list, ({ text }) => text === ',')
  if (pieces.length < 2) return []
  return pieces
    .filter((piece) => !piece.some(({ text }) => text === '?'))
    .map((piece) => ({ what: `${what} dropped`, edits: [over(list, without(pieces, piece))] }))
}

/** A column keeps its value; the placeholder stays, otherwise the driver would reject the value that is left over. */
function assignments(list: Token[]): Change[] {
  return split(list, ({ text }) => text === ',').flatMap((piece) => {
    const at = piece.findIndex(({ text }) => text === '=')
    const column = piece.slice(0, at)
    const value = piece.slice(at + 1)
    if (at < 1 || value.length === 0) return []
    const name = column.map(({ text }) => text).join('')
    const [start, end] = [value[0]!.start, value.at(-1)!.end]
    const edits = [
      { start, end: start, text: `IF(TRUE, ${name}, ` },
      { start: end, end, text: ')' },
    ]
    return [{ what: 'assignment dropped', edits }]
  })
}

function inBrackets(tokens: readonly Token[], at: number): Token[] {
  const rest = tokens.slice(at + 1)
  const end = rest.findIndex(({ text, depth }) => text === ')' && depth === tokens[at]!.depth)
  return rest.slice(0, end === -1 ? undefined : end)
}
