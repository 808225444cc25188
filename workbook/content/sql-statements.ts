/**
 * Splits a script into statements at `;`, leaving those inside strings, quoted names and comments alone:
 * MySQL Reference Manual, 11.1 "Literal Values" and 11.7 "Comments". The `;` is not part of a statement;
 * a piece that contains only comments is not a statement.
 */
export function splitStatements(script: string): string[] {
  const statements: string[] = []
  let current = ''
  let hasCode = false
  for (const { text, kind } of readLexemes(script)) {
    if (text === ';') {
      if (hasCode) statements.push(current.trim())
      current = ''
      hasCode = false
    } else {
      current += text
      hasCode ||= isCode(kind)
    }
  }
  return hasCode ? [...statements, current.trim()] : statements
}

/** The smallest piece of a script that is never cut: a string or a quoted name is one, a comment is one. */
export interface Lexeme {
  text: string
  kind: 'quoted' | 'comment' | 'word' | 'space' | 'mark'
}

/**
 * The piece that begins at `index`, which is within the script. An unclosed string or comment runs to the end.
 * @param escapes does a backslash escape in strings? Not under `NO_BACKSLASH_ESCAPES`.
 */
export function lexemeAt(script: string, index: number, escapes = true): Lexeme {
  const lexeme = escapes ? withEscapes : withoutEscapes
  lexeme.lastIndex = index
  const { 0: text, groups } = lexeme.exec(script)!
  const kind = Object.keys(groups!).find((name) => groups![name] !== undefined)
  return { text, kind: kind as Lexeme['kind'] }
}

/** Does a piece of this kind make the text around it a statement? */
export function isCode(kind: Lexeme['kind']): boolean {
  return kind !== 'comment' && kind !== 'space'
}

/** All pieces of a script, in order. */
export function* readLexemes(script: string): Generator<Lexeme> {
  for (let index = 0; index < script.length;) {
    const piece = lexemeAt(script, index)
    yield piece
    index += piece.text.length
  }
}

// --- internal ---

const plainQuoted = /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)/
const quoted = /'(?:[^'\\]|\\[^]|'')*(?:'|$)|"(?:[^"\\]|\\[^]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)/
const lineComment = /--(?=[\0- \x7F]|$)[^\n]*|#[^\n]*/
// One for a later version than any server of today is skipped, with one more comment in it at most.
const skipped = /\/\*!(?:[1-9]\d{5}|99\d{3})(?:\/\*[^]*?\*\/|(?!\*\/)[^])*(?:\*\/|$)/
const comment = new RegExp(
  `${lineComment.source}|${skipped.source}|${/\/\*[^]*?(?:\*\/|$)/.source}`,
)
// An executable comment, which begins with /*!, is code, but never contains the end of a statement.
const executable = (strings: RegExp) =>
  String.raw`(?!${skipped.source})\/\*!(?:${strings.source}|${lineComment.source}|\/\*[^]*?\*\/|(?!\*\/)[^])*(?:\*\/|$)`
const lexeme = (strings: RegExp) =>
  new RegExp(
    `(?<quoted>${strings.source}|${executable(strings)})|(?<comment>${comment.source})` +
      String.raw`|(?<word>[\w\u0080-\uffff]+)|(?<space>\s+)|(?<mark>[^])`,
    'y',
  )
const withEscapes = lexeme(quoted)
const withoutEscapes = lexeme(plainQuoted)
