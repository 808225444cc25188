import { WorkbookError } from '../errors.ts'
import { say, type MessageKey } from '../language/language.ts'

/** One line of the teacher's list. */
export interface Student {
  /** Names the account and the databases: a letter, then letters and digits, at most 16, small ones. */
  login: string
  /** As the teacher reads it; the login where none is given. */
  name: string
  /** In the file, from 1. */
  line: number
}

/**
 * Reads a list of students: a heading with `login` and, if wanted, `name`, then a line each; commas or semicolons.
 * @throws {WorkbookError} BAD_COMMAND, naming the number of the first line that is wrong
 */
export function readStudents(text: string): Student[] {
  const [heading, ...rows] = readRows(text.replace(/^\uFEFF/, ''))
  const columns = heading?.cells.map((cell) => cell.toLowerCase()) ?? []
  const [loginAt, nameAt] = [columns.indexOf('login'), columns.indexOf('name')]
  if (loginAt === -1) throw refuse(heading?.line ?? 1, 'class.no-heading')
  const students = rows.map(({ cells, line }): Student => {
    if (cells.length !== columns.length) throw refuse(line, 'class.cells')
    const login = cells[loginAt]!
    if (!/^[a-z][a-z0-9]{0,15}$/.test(login)) throw refuse(line, 'class.bad-login', { login })
    return { login, name: cells[nameAt] || login, line }
  })
  for (const { login, line } of students) {
    const first = students.find((one) => one.login === login)!.line
    if (first !== line) throw refuse(line, 'class.twice', { login, first })
  }
  if (students.length === 0) throw refuse(1, 'class.nobody')
  return students
}

/** What is wrong with a line of the list. */
export function refuse(line: number, key: MessageKey, params = {}): WorkbookError {
  return new WorkbookError(
    say('class.bad-line', { line, reason: say(key, params) }),
    say('class.bad-line.next'),
    { code: 'BAD_COMMAND' },
  )
}

// --- internal ---

interface Row {
  line: number
  cells: string[]
}

/** RFC 4180, and semicolons as spreadsheets of many countries write them. Empty lines are left out. */
function readRows(text: string): Row[] {
  const separator = /^[^\n,]*;/.test(text) ? ';' : ','
  const lines = text.split(/\r?\n/)
  return lines.flatMap((content, index) => {
    if (!content.trim()) return []
    const line = index + 1
    const cells = content.match(cellOf(separator))
    if (!cells || cells.join('').length !== content.length) throw refuse(line, 'class.quotes')
    return [{ line, cells: cells.map((cell) => unquoted(cell, separator)) }]
  })
}

function cellOf(separator: string): RegExp {
  return new RegExp(`(?:^|${separator})\\s*(?:"(?:[^"]|"")*"\\s*|[^"${separator}]*)`, 'g')
}

function unquoted(cell: string, separator: string): string {
  const bare = (cell.startsWith(separator) ? cell.slice(1) : cell).trim()
  return bare.startsWith('"') ? bare.slice(1, -1).replaceAll('""', '"').trim() : bare
}
