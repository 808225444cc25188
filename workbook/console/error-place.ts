import type { QueryError } from 'mysql2'
import type { ErrorOutcome } from './results.ts'
import type { PlacedText } from './script.ts'

/** An error from the server or from the connection, with its place in the script. */
export function errorOf(error: QueryError, part: PlacedText): ErrorOutcome {
  const { errno = 0, code, sqlState = '', message, fatal = false } = error
  return { kind: 'error', errno, code, sqlState, message, lost: fatal, ...placeOf(message, part) }
}

// --- internal ---

/** A syntax error quotes the text where MySQL stopped, up to 80 characters of it; other errors quote a name. */
function placeOf(message: string, { sql, offset }: PlacedText): Pick<ErrorOutcome, 'from' | 'to'> {
  const [from, to] = stoppedAt(message, sql) ?? nameIn(message, sql) ?? []
  return from === undefined ? {} : { from: offset + from, to: offset + to! }
}

function stoppedAt(message: string, sql: string): [number, number] | undefined {
  const found = / near '([^]*)' at line (\d+)$/.exec(message)
  if (!found) return undefined
  const [, near = '', line] = found
  const lineStart = startOfLine(sql, Number(line))
  // Nothing is quoted when the end came too early.
  if (near === '') return [Math.max(sql.length - 1, 0), sql.length]
  const from = sql.indexOf(near, lineStart)
  if (from < 0) return [lineStart, endOfLine(sql, lineStart)]
  const word = /^(?:\w+|[^\s])/.exec(near)?.[0] ?? near
  return [from, from + word.length]
}

/** `Unknown column 'titel' in 'field list'`, `Table 'ai_chat_db.mesages' doesn't exist` */
function nameIn(message: string, sql: string): [number, number] | undefined {
  const quoted = /^[A-Z][\w ]*? '([^']+)'/.exec(message)?.[1]
  const name = quoted?.split('.').at(-1)
  if (!name) return undefined
  const whole = new RegExp(String.raw`(?<![\w$])${escaped(name)}(?![\w$])`, 'i')
  const from = whole.exec(sql)?.index
  return from === undefined ? undefined : [from, from + name.length]
}

function startOfLine(sql: string, line: number): number {
  let start = 0
  for (let number = 1; number < line; number++) {
    const end = sql.indexOf('\n', start)
    if (end < 0) return start
    start = end + 1
  }
  return start
}

function endOfLine(sql: string, start: number): number {
  const end = sql.indexOf('\n', start)
  return end < 0 ? sql.length : end
}

function escaped(text: string): string {
  return text.replaceAll(/[^\w\s]/g, String.raw`\$&`)
}
