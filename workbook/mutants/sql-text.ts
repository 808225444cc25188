import ts from 'typescript'
import { isCode, lexemeAt } from '../content/sql-statements.ts'
import { isText, type Edit } from './change.ts'

/** A word, a string or a sign of the SQL in a literal. */
export interface Token {
  text: string
  /** In capitals; as it is if it is in quotes. */
  word: string
  /** Offsets in the file. */
  start: number
  end: number
  /** How many brackets are open around it; a bracket itself counts as outside. */
  depth: number
}

/** Is this literal a statement of SQL, or a clause of one? Only those in capitals, so that a text for people does not count. */
export function isSql(node: ts.Node): boolean {
  return isText(node) && begin.test(node.getText().slice(1))
}

/** The SQL of a literal; an expression (`${…}`) is one word. */
export function tokensOf(node: ts.Node): Token[] {
  return tokensIn(masked(node).slice(1, -1), node.getStart() + 1)
}

/** The tokens of SQL that begins at this offset of its file. */
export function tokensIn(sql: string, offset = 0): Token[] {
  const tokens: Token[] = []
  let depth = 0
  for (let index = 0; index < sql.length;) {
    const { text, kind } = lexemeAt(sql, index)
    if (text === ')') depth--
    const last = tokens.at(-1)
    const start = offset + index
    if (last?.end === start && /^[<>!]$/.test(last.text) && /^[=>]$/.test(text)) {
      tokens[tokens.length - 1] = {
        ...last,
        text: last.text + text,
        word: last.text + text,
        end: start + 1,
      }
    } else if (isCode(kind)) {
      const word = kind === 'word' ? text.toUpperCase() : text
      tokens.push({ text, word, start, end: start + text.length, depth })
    }
    if (text === '(') depth++
    index += text.length
  }
  return tokens
}

/** The tokens after `at` to the end of its brackets, or to one of `enders` outside further brackets. */
export function clause(tokens: readonly Token[], at: number, enders: ReadonlySet<string>): Token[] {
  const { depth } = tokens[at]!
  const rest = tokens.slice(at + 1)
  const end = rest.findIndex(
    (token) => token.depth < depth || (token.depth === depth && enders.has(token.word)),
  )
  return end === -1 ? rest : rest.slice(0, end)
}

/** The pieces between the separators that are outside further brackets. */
export function split(
  tokens: readonly Token[],
  isSeparator: (token: Token, index: number) => boolean,
): Token[][] {
  const depth = tokens[0]?.depth ?? 0
  const pieces: Token[][] = [[]]
  tokens.forEach((token, index) => {
    if (token.depth === depth && isSeparator(token, index)) pieces.push([])
    else pieces.at(-1)!.push(token)
  })
  return pieces.filter((piece) => piece.length > 0)
}

/** An edit that replaces these consecutive tokens with `text`. */
export function over(tokens: readonly Token[], text: string): Edit {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end, text }
}

/** All pieces but one, with commas between them. */
export function without(pieces: readonly Token[][], dropped: Token[]): string {
  const written = (piece: Token[]) =>
    piece
      .map(
        ({ text, start }, index) => (index > 0 && start > piece[index - 1]!.end ? ' ' : '') + text,
      )
      .join('')
  return pieces
    .filter((piece) => piece !== dropped)
    .map(written)
    .join(', ')
}

// --- internal ---

const begin =
  /^\s*(?:--[^\n]*\n\s*)*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP|SHOW|DESCRIBE|EXPLAIN|SET|START|BEGIN|COMMIT|ROLLBACK|WITH|USE|WHERE|ORDER BY|GROUP BY|HAVING|LIMIT|AND|OR|FROM|JOIN|LEFT JOIN|UNION)\b/

function masked(node: ts.Node): string {
  let text = node.getText()
  if (!ts.isTemplateExpression(node)) return text
  for (const { expression } of node.templateSpans) {
    const [start, end] = [expression.pos - 2, expression.end + 1].map(
      (at) => at - node.getStart(),
    ) as [number, number]
    text = text.slice(0, start) + '_'.repeat(end - start) + text.slice(end)
  }
  return text
}
