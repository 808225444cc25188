import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'dotenv'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { newPassword, prepareStudent } from '../database/accounts.ts'
import { classSchema } from '../database/own-schema.ts'
import { dropSchema } from '../database/practice.ts'
import { quoteText } from '../database/quote.ts'
import { writePrivate } from '../system/state-files.ts'
import { accountOf, practiceOf, prepareClass } from './schema.ts'
import { refuse, type Student } from './students.ts'

/** Where the students reach the server, and where their `.env` files are written: `FOLDER/LOGIN/.env`. */
export interface Delivery {
  host: string
  port: number
  encrypted: boolean
  folder: string
}

/**
 * Gives each student an account, rights only on databases that begin with their prefix, and a `.env`. Students already in
 * the class stay as they are. If one fails, everything that this call has made is removed again.
 * @throws {WorkbookError} BAD_COMMAND with the line of a student whose name is taken on this server
 */
export async function createStudents(
  teacher: Connection,
  students: readonly Student[],
  delivery: Delivery,
): Promise<{ made: Student[]; present: Student[] }> {
  await prepareClass(teacher)
  const known = new Set((await listStudents(teacher)).map(({ login }) => login))
  const made = students.filter(({ login }) => !known.has(login))
  for (const student of made) await requireFree(teacher, student)
  const undo: (() => Promise<void>)[] = []
  try {
    for (const student of made) {
      undo.unshift(() => takeBack(teacher, student.login, delivery.folder))
      await createStudent(teacher, student, delivery)
    }
  } catch (error) {
    // Where the server has gone, the next run finishes what was begun.
    for (const step of undo) await step().catch(() => {})
    throw error
  }
  return { made, present: students.filter(({ login }) => known.has(login)) }
}

/** The students of the class, by login. */
export async function listStudents(
  teacher: Connection,
): Promise<{ login: string; name: string }[]> {
  const [rows] = await teacher.query<RowDataPacket[]>(
    `SELECT login, name FROM ${classSchema}.students ORDER BY login`,
  )
  return rows.map(({ login, name }) => ({ login: String(login), name: String(name) }))
}

/** Takes a student out of the class: account, databases and what was sent. */
export async function removeStudent(teacher: Connection, login: string): Promise<void> {
  await teacher.query(`DROP USER IF EXISTS ${quoteText(accountOf(login))}@'%'`)
  const [rows] = await teacher.query<RowDataPacket[]>(
    `SELECT schema_name AS name FROM information_schema.schemata
     WHERE schema_name = ? OR LEFT(schema_name, ?) = ?`,
    [practiceOf(login), practiceOf(login).length + 1, `${practiceOf(login)}_`],
  )
  for (const { name } of rows) await dropSchema(teacher, String(name))
  await teacher.query(`DELETE FROM ${classSchema}.students WHERE login = ?`, [login])
}

// --- internal ---

/** Tells an account of ours, also one that was left half made, from one that was there before. */
const mark = JSON.stringify({ workbook: 'class' })

/** The row comes last: with it the student is complete. */
async function createStudent(
  teacher: Connection,
  { login, name }: Student,
  delivery: Delivery,
): Promise<void> {
  const user = accountOf(login)
  const account = `${quoteText(user)}@'%'`
  const password = writeEnv(login, delivery)
  await teacher.query(`CREATE USER IF NOT EXISTS ${account} ATTRIBUTE ${quoteText(mark)}`)
  await prepareStudent(teacher, { name: user, host: '%', password, practice: practiceOf(login) })
  for (const procedure of ['send_progress', 'move_log'])
    await teacher.query(`GRANT EXECUTE ON PROCEDURE ${classSchema}.${procedure} TO ${account}`)
  await teacher.query(`GRANT SELECT ON ${classSchema}.statements TO ${account}`)
  await teacher.query(`INSERT INTO ${classSchema}.students (login, name) VALUES (?, ?)`, [
    login,
    name,
  ])
}

async function takeBack(teacher: Connection, login: string, folder: string): Promise<void> {
  await removeStudent(teacher, login)
  rmSync(envFile(folder, login), { force: true })
  // A folder in which the teacher has something else stays.
  if (readdirSync(path.join(folder, login)).length === 0) rmdirSync(path.join(folder, login))
}

/** The file comes before the account: after an interruption the next run finds the password in it. */
function writeEnv(login: string, { host, port, encrypted, folder }: Delivery): string {
  const file = envFile(folder, login)
  const known = existsSync(file) ? parse(readFileSync(file)).MYSQL_PASSWORD : undefined
  const password = known || newPassword()
  const lines = [
    'WORKBOOK_DATABASE=external',
    `MYSQL_HOST=${host}`,
    `MYSQL_PORT=${port}`,
    `MYSQL_USER=${accountOf(login)}`,
    `MYSQL_PASSWORD=${password}`,
    `MYSQL_DB=${practiceOf(login)}`,
    ...(encrypted ? ['MYSQL_SSL_MODE=REQUIRED'] : []),
  ]
  writePrivate(file, `${lines.join('\n')}\n`)
  return password
}

function envFile(folder: string, login: string): string {
  return path.join(folder, login, '.env')
}

/** An account or a database of this name that is none of ours must not fall to a student. */
async function requireFree(teacher: Connection, { login, line }: Student): Promise<void> {
  const [users] = await teacher.query<RowDataPacket[]>(
    `SELECT attributes.attribute AS attribute FROM mysql.user AS user
     LEFT JOIN information_schema.user_attributes AS attributes
       ON attributes.user = user.user AND attributes.host = user.host
     WHERE user.user = ?`,
    [accountOf(login)],
  )
  const foreign = users.filter(({ attribute }) => !isOurs(attribute))
  if (foreign.length > 0) throw refuse(line, 'class.account-taken', { account: accountOf(login) })
  if (users.length > 0) return
  const [schemas] = await teacher.query<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.schemata WHERE schema_name = ? OR LEFT(schema_name, ?) = ?`,
    [practiceOf(login), practiceOf(login).length + 1, `${practiceOf(login)}_`],
  )
  if (schemas.length > 0) throw refuse(line, 'class.database-taken', { name: practiceOf(login) })
}

function isOurs(attribute: unknown): boolean {
  const value = typeof attribute === 'string' ? (JSON.parse(attribute) as unknown) : attribute
  return (value as { workbook?: unknown } | null)?.workbook === 'class'
}
