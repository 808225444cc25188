import type { Connection, RowDataPacket } from 'mysql2/promise'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { script } from '#exercise/03-shell/1-tour'
import { exercise, expectValue, mistake, type Lab, type Server, type Statement } from '#support'
import { sqlFolder } from '../../workbook/paths.ts'
import { isCode, readLexemes, splitStatements } from '#workbook/sql-statements'
import { followTour, type TourStep } from '../../workbook/content/tour.ts'

// The student's statements run on a copy of the practice database.
const seed = readFileSync(path.join(sqlFolder, 'seed.sql'), 'utf8')
const judge = exercise(import.meta.url, {
  tables: 'empty',
  prepare: seed,
  // The script has the connection to itself, as a client does.
  leaves: ['@', '@@', 'DATABASE()', 'PREPARE', 'CREATE TEMPORARY TABLE'],
})

test('lists the databases of the server', 'no-show-databases')
test('makes ai_chat_db the current database', 'no-use')
test('lists the tables of the database', 'no-show-tables')
test('describes the columns of a table', 'no-describe')
test('shows the CREATE TABLE of a table', 'no-show-create')
test('reads all rows of conversations', 'no-select')
test('adds a conversation', 'no-insert')
test('looks at the row before it is deleted', 'no-look')
test('deletes the added row and no other', 'no-delete')

// --- internal ---

/** One step: taken in the practice database, or by the script. @param open the mistake to report while it has not been taken */
function test(step: TourStep, open: string) {
  judge(step, async (lab) => {
    const { name, sent, steps } = lab.server.practice
    const practice = followTour(sent, name, steps)
    if (practice.taken.has(step)) return
    const run = await runScript(lab)
    const { taken } = followTour(run.sent, lab.schema)
    const deletes = step === 'deletes the added row and no other'
    if (deletes ? await deletesAddedRow(run, lab) : taken.has(step)) return
    // An error belongs to the steps that it prevented.
    const meant = followTour([...run.sent, ...run.unsent], lab.schema).taken
    if (run.error && meant.has(step)) throw run.error
    throw mistake((deletes && practice.slip) || open)
  })
}

interface Run {
  /** The rows' ids, before and after. */
  before: Ids
  after: Ids
  sent: Statement[]
  /** The statement that failed, each of its lines, and those that come after. */
  unsent: Statement[]
  error?: unknown
}

async function runScript({ connection, schema, server }: Lab): Promise<Run> {
  expectValue(typeof script, 'string', 'typeof script')
  const statements = splitStatements(script.replaceAll(/\bai_chat_db\b/g, schema))
  let error: unknown
  const withoutRow = new Set<string>()
  const before = await idsIn(server)
  const { result: count, statements: log } = await server.observe(async () => {
    for (const [index, statement] of statements.entries()) {
      const answer = await send(connection, statement)
      error = answer.error
      if (error) return index
      if (answer.rows?.length === 0) withoutRow.add(statement)
    }
    return statements.length
  })
  const ids = { before, after: await idsIn(server) }
  // A SELECT that found no row has shown nothing.
  const sent = log.filter(({ sql }) => !withoutRow.has(sql))
  if (!error) return { ...ids, sent, unsent: [] }
  const unsent = [...statements[count]!.split('\n'), ...statements.slice(count)]
  const { threadId: thread } = connection
  return {
    ...ids,
    sent: sent.slice(0, -1),
    unsent: unsent.map((sql) => ({ thread, command: 'Query', sql })),
    error,
  }
}

interface Answer {
  /** For a statement that can have some. */
  rows?: unknown[]
  /** What the statement fails with, if it does. */
  error?: unknown
}

async function send(connection: Connection, statement: string): Promise<Answer> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement)
    return Array.isArray(rows) ? { rows } : {}
  } catch (error) {
    const { errno } = Object(error) as { errno?: number }
    const forClient = /\\[a-z]\s*$|(^|\s)\\[a-z]\b/i.test(statement)
    if (errno === 1064 && forClient)
      return { error: mistake('client-command', { seen: statement }) }
    const joined = errno === 1064 && /\n\s*(show|use|desc|select|insert|delete)/i.test(statement)
    return { error: joined ? mistake('no-semicolon', { seen: statement }) : error }
  }
}

/** Judged by what is left, whatever the condition was. */
async function deletesAddedRow(run: Run, { schema }: Lab): Promise<boolean> {
  const deletes = run.sent.map(({ sql }) => sql).filter((sql) => verbOf(sql) === 'delete')
  const { taken, slip } = followTour(run.sent, schema)
  if (slip) throw mistake(slip, { seen: deletes })
  if (deletes.length === 0 || !taken.has('adds a conversation')) return false
  const gone = (['conversations', 'messages'] as const).some((table) =>
    run.before[table].some((id) => !run.after[table].includes(id)),
  )
  if (gone) throw mistake('deletes-others', { seen: deletes })
  if (run.after.conversations.length > run.before.conversations.length)
    throw mistake('row-still-there', { seen: deletes })
  return true
}

/** The first word, after comments; in lower case. */
function verbOf(sql: string): string | undefined {
  const code = [...readLexemes(sql)].find(({ kind }) => isCode(kind))
  return code?.text.toLowerCase()
}

interface Ids {
  conversations: unknown[]
  messages: unknown[]
}

/** None if a table is gone. */
async function idsIn(server: Server): Promise<Ids> {
  const [conversations, messages] = await Promise.all(
    ['conversations', 'messages'].map(async (table) => {
      const rows = await server.query(`SELECT id FROM ${table}`).catch(() => [])
      return rows.map(({ id }) => id)
    }),
  )
  return { conversations: conversations!, messages: messages! }
}
