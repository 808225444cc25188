import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { createStudents, listStudents, removeStudent } from '../class/accounts.ts'
import { readReport } from '../class/report.ts'
import { isClassReady, requireTeacher } from '../class/rights.ts'
import { practiceOf } from '../class/schema.ts'
import { classServer } from '../class/server.ts'
import { readStudents } from '../class/students.ts'
import { openClassPage } from '../class/watch.ts'
import { connect } from '../database/connect.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { displayPath } from '../paths.ts'
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
 * `report [--format table|csv|json|junit]`, `watch`: a class on the server that `.env` names, as its teacher.
 */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [name = '', ...logins] = positionals
  if (!Object.hasOwn(actions, name)) throw wrong('class.which', { name })
  const action = actions[name as keyof typeof actions]
  await action({ ...values, logins }, signal)
  return 0
}

// --- internal ---

interface Options {
  logins: string[]
  file?: string | undefined
  out?: string | undefined
  host?: string | undefined
  format?: string | undefined
  yes?: boolean | undefined
  'no-open'?: boolean | undefined
}

const actions = { create, list, remove, report, watch }

async function create({ file, out, host }: Options): Promise<void> {
  if (!file) throw wrong('class.no-file')
  const students = readStudents(readList(file))
  const server = classServer()
  await using teacher = await connect(server)
  await requireTeacher(teacher.connection, server.user)
  const folder = out ? path.resolve(out) : statePath('class')
  const delivery = { host: host ?? server.host, port: server.port, folder }
  const { made, present } = await createStudents(teacher.connection, students, delivery)
  console.log(say('class.created', { made: made.length, present: present.length }))
  if (made.length > 0) console.log(say('class.env', { folder: displayPath(folder) }))
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
  await using teacher = await openClass()
  let { connection } = teacher
  const read = async () => {
    try {
      return await readReport(connection)
    } catch (error) {
      // The server went away: the next look uses a new connection.
      connection = (await connect(classServer())).connection
      throw error
    }
  }
  await using page = await openClassPage(read, signal)
  console.log(say('class.watching', { url: page.url }))
  if (!given['no-open']) openInBrowser(page.url)
  if (!signal.aborted) await once(signal, 'abort')
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
  | 'class.file-unreadable'
  | 'class.remove-which'
  | 'class.unknown'
  | 'class.bad-format'

function wrong(key: WrongKey, params: Record<string, string> = {}): WorkbookError {
  return new WorkbookError(say(key, params), say('class.which.next'), { code: 'BAD_COMMAND' })
}
