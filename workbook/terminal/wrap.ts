import { stripVTControlCharacters } from 'node:util'

/** Columns to write in, at most 80: longer lines are hard to read. */
export function terminalWidth(): number {
  return Math.max(30, Math.min(80, process.stdout.columns || Number(process.env.COLUMNS) || 80))
}

export interface Wrapping {
  /** Columns. */
  width?: number
  /** Comes before each line. */
  indent?: string
  /** Comes before the first line in its place. */
  first?: string
}

/**
 * Breaks a text into lines at its spaces; a `code span` is kept in one piece. Line breaks within it count as spaces.
 */
export function wrap(
  text: string,
  { width = terminalWidth(), indent = '', first }: Wrapping = {},
): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/(?:`[^`]+`|[^\s`]|`)+/g) ?? []) {
    const start = lines.length === 0 ? (first ?? indent) : indent
    if (line && columns(start) + columns(line) + 1 + columns(word) > width) {
      lines.push(start + line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  if (line) lines.push((lines.length === 0 ? (first ?? indent) : indent) + line)
  return lines.join('\n')
}

/** Cuts a text that is longer than `width`, with `…` at its end. */
export function shorten(text: string, width: number): string {
  return columns(text) <= width ? text : `${[...text].slice(0, Math.max(0, width - 1)).join('')}…`
}

/** Pads a text with spaces. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

// --- internal ---

function columns(text: string): number {
  return [...stripVTControlCharacters(text)].length
}
