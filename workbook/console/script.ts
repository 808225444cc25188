import { isCode, lexemeAt } from '../content/sql-statements.ts'

/** One thing that a script asks for, as the `mysql` client would take it. */
export type ScriptPart = StatementPart | (PlacedText & { kind: ClientCommand })

export interface StatementPart extends PlacedText {
  kind: 'statement'
  /** Does it end with `\G`? */
  vertical: boolean
}

export interface PlacedText {
  /** The statement without its end, or the client's own command. */
  sql: string
  /** Where `sql` begins in the script, in UTF-16 units. */
  offset: number
}

/** What the client answers by itself: MySQL Reference Manual, 6.5.1.2 "mysql Client Commands". */
export type ClientCommand = 'status' | 'help' | 'exit'

/**
 * Reads a script as the `mysql` client does: statements end at `;`, `\g` or `\G`, or at what `DELIMITER` says;
 * `\c` discards what comes before it; `USE` and the client's own commands need no end when alone on a line.
 * @param escapes does a backslash escape in strings? By starting index, in ascending order; a statement may change it.
 */
export function readScript(
  script: string,
  escapes: readonly { from: number; on: boolean }[] = [],
): ScriptPart[] {
  const parts: ScriptPart[] = []
  let delimiter = ';'
  let start = 0
  let codeAt: number | undefined
  const finish = (end: number, next: number, vertical = false) => {
    if (codeAt !== undefined) parts.push(statement(script, start, end, vertical))
    start = next
    codeAt = undefined
    return next
  }
  const obey = ({ name, argument, end }: TypedCommand, index: number) => {
    if (name === 'go' || name === 'ego') return finish(index, end, name === 'ego')
    if (name === 'delimiter') delimiter = argument || delimiter
    else if (name === 'use') parts.push(useOf(argument, index))
    else if (name !== 'clear')
      parts.push({ kind: name, sql: script.slice(index, end).trim(), offset: index })
    start = end
    codeAt = undefined
    return end
  }
  for (let index = 0; index < script.length;) {
    const typed = typedCommand(script, index, codeAt === undefined)
    if (script.startsWith(delimiter, index)) index = finish(index, index + delimiter.length)
    else if (typed) index = obey(typed, index)
    else {
      const on = escapes.findLast(({ from }) => from <= index)?.on
      const { text, kind } = lexemeAt(script, index, on)
      if (isCode(kind)) codeAt ??= index
      index += text.length
    }
  }
  finish(script.length, script.length)
  return parts
}

// --- internal ---

interface TypedCommand {
  name: ClientCommand | 'use' | 'delimiter' | 'clear' | 'go' | 'ego'
  argument: string
  /** Where the script goes on. */
  end: number
}

const letters: Record<string, TypedCommand['name']> = {
  G: 'ego',
  g: 'go',
  c: 'clear',
  s: 'status',
  u: 'use',
  d: 'delimiter',
  h: 'help',
  '?': 'help',
  q: 'exit',
}

const words: Record<string, TypedCommand['name']> = { quit: 'exit' }
const backslash = /\\(?:([GgcshqGg?])|([ud])[ \t]+([^\s;]+)[^\n]*)/y
const alone = /(exit|quit|status|help|clear)[ \t]*;?[ \t]*(?=\r?\n|$)/iy
const withName =
  /(use)[ \t]+(`[^`\n]+`|[^\s;`]+)[ \t]*;?[ \t]*(?=\r?\n|$)|(delimiter)[ \t]+(\S+)[^\n]*/iy

/** A client command counts only at the beginning of a statement, one with a backslash everywhere. */
function typedCommand(script: string, index: number, begins: boolean): TypedCommand | undefined {
  const short = matchAt(backslash, script, index)
  if (short) {
    const [text, letter, named, argument = ''] = short
    return { name: letters[letter ?? named!]!, argument, end: index + text.length }
  }
  if (!begins) return undefined
  const [text, ...found] = matchAt(alone, script, index) ?? matchAt(withName, script, index) ?? []
  if (text === undefined) return undefined
  const [word, argument = ''] = found.filter((group) => group !== undefined)
  const name = words[word!.toLowerCase()] ?? (word!.toLowerCase() as TypedCommand['name'])
  return { name, argument, end: index + text.length }
}

function matchAt(pattern: RegExp, script: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(script)
}

function statement(script: string, start: number, end: number, vertical: boolean): StatementPart {
  const text = script.slice(start, end)
  const offset = start + text.length - text.trimStart().length
  return { kind: 'statement', sql: text.trim(), offset, vertical }
}

function useOf(name: string, offset: number): ScriptPart {
  return { kind: 'statement', sql: `USE ${name}`, offset, vertical: false }
}
