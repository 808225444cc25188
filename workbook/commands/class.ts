import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import type { CommandContext } from './command.ts'
import { createStudents, listStudents, removeStudent } from '../class/accounts.ts'
import { writeHandout } from '../class/handout.ts'
import { readReport } from '../class/report.ts'
import { isClassReady, requireTeacher } from '../class/rights.ts'
import { practiceOf } from '../class/schema.ts'
import { classServer } from '../class/server.ts'
import { readStudents } from '../class/students.ts'
import { openClassPage } from '../class/watch.ts'
import { connect } from '../database/connect.ts'
import { findStatementLog } from '../database/external/rights.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { openInBrowser } from '../system/open-browser.ts'
import { statePath } from '../system/state-files.ts'
import { isReportFormat, reportFormats } from '../class/formats.ts'
import { confirm, hasTerminal } from '../terminal/prompt.ts'
import { renderTable } from '../terminal/table.ts'

const options = {
  file: { type: 'string' },
  out: { type: 'string' },
  host: { type: 'string' },
  format: { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  'no-open': { type: 'boolean' },
} as const

/**
 * `npm run class -- create --file students.csv [--out FOLDER] [--host NAME]`, `list`, `remove LOGIN…`,
 * `report [--format table|csv|json|junit]`, `watch`: a class on the server that `.env` names, as its teacher;
 * `handout --out FOLDER`: the workbook without its solutions.
 */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { name, ...given } = readArguments(args)
  if (!Object.hasOwn(actions, name)) throw wrong('class.which', { name })
  await actions[name as keyof typeof actions](given, signal)
  return 0
}

// --- internal ---

type Options = Omit<ReturnType<typeof readArguments>, 'name'>

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [name = '', ...logins] = positionals
  return { ...values, name, logins }
}

const actions = { create, list, remove, report, watch, handout }

async function create({ file, out, host }: Options): Promise<void> {
  if (!file) throw wrong('class.no-file')
  const students = readStudents(readList(file))
  const server = classServer()
  await using teacher = await connect(server)
  await requireTeacher(teacher.connection, server.user)
  const folder = out ? path.resolve(out) : statePath('class')
  const { port, encrypted = false } = server
  const delivery = { host: host ?? server.host, port, encrypted, folder }
  const { made, present } = await createStudents(teacher.connection, students, delivery)
  console.log(say('class.created', { made: made.length, present: present.length }))
  if (made.length > 0) console.log(say('class.env', { folder }))
  const log = await findStatementLog(teacher.connection)
  if (!log.readable) console.log(log.reason)
  const allowed = await connectionsAllowed(teacher.connection)
  const needed = connectionsOfCheck * (made.length + present.length)
  if (allowed < needed) console.log(say('class.few-connections', { allowed, needed }))
}

/** How many connections a check has open at most, those of an answer's pool included. */
const connectionsOfCheck = 10

async function connectionsAllowed(teacher: Connection): Promise<number> {
  const [[row]] = await teacher.query<RowDataPacket[]>('SELECT @@max_connections AS allowed')
  return Number(row!.allowed)
}

async function list(): Promise<void> {
  await using teacher = await openClass()
  const students = await listStudents(teacher.connection)
  console.log(
    students.length === 0
      ? say('class.empty')
      : renderTable(
          students.map(({ login, name }) => ({ login, name, databases: `${practiceOf(login)}…` })),
        ),
  )
}

async function remove({ logins, yes }: Options, signal: AbortSignal): Promise<void> {
  if (logins.length === 0) throw wrong('class.remove-which')
  await using teacher = await openClass()
  const known = new Set((await listStudents(teacher.connection)).map(({ login }) => login))
  const unknown = logins.filter((login) => !known.has(login))
  if (unknown.length > 0) throw wrong('class.unknown', { logins: unknown.join(', ') })
  const question = say('class.remove-confirm', { logins: logins.join(', ') })
  if (!yes) {
    if (!hasTerminal())
      throw new WorkbookError(question, say('class.remove-yes'), { code: 'NO_TERMINAL' })
    if (!(await confirm(question, signal))) return console.log(say('reset.left'))
  }
  for (const login of logins) await removeStudent(teacher.connection, login)
  console.log(say('class.removed', { n: logins.length }))
}

async function report({ format = 'table' }: Options): Promise<void> {
  if (!isReportFormat(format))
    throw wrong('class.bad-format', { format, list: Object.keys(reportFormats).join(', ') })
  await using teacher = await openClass()
  console.log(reportFormats[format](await readReport(teacher.connection)))
}

async function watch(given: Options, signal: AbortSignal): Promise<void> {
  // A connection for each look: a server that was away for a while needs no more care.
  const read = async () => {
    await using teacher = await openClass()
    return await readReport(teacher.connection)
  }
  await using page = await openClassPage(read, signal)
  console.log(say('class.watching', { url: page.url }))
  if (!given['no-open']) openInBrowser(page.url)
  if (!signal.aborted) await once(signal, 'abort')
}

async function handout({ out }: Options): Promise<void> {
  if (!out) throw wrong('class.no-folder')
  const folder = path.resolve(out)
  await writeHandout(folder)
  console.log(say('class.handout', { folder }))
}

async function openClass() {
  const teacher = await connect(classServer())
  if (await isClassReady(teacher.connection)) return teacher
  await teacher[Symbol.asyncDispose]()
  throw new WorkbookError(say('class.none'), say('class.none.next'), { code: 'BAD_CONFIG' })
}

function readList(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw wrong('class.file-unreadable', {
      file,
      reason: (cause as NodeJS.ErrnoException).code ?? '',
    })
  }
}

type WrongKey =
  | 'class.which'
  | 'class.no-file'
  | 'class.no-folder'
  | 'class.file-unreadable'
  | 'class.remove-which'
  | 'class.unknown'
  | 'class.bad-format'

function wrong(key: WrongKey, params: Record<string, string> = {}): WorkbookError {
  return new WorkbookError(say(key, params), say('class.which.next'), { code: 'BAD_COMMAND' })
}
