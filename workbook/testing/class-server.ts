import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'dotenv'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { connect } from '../database/connect.ts'
import type { Account } from '../database/types.ts'
import { copyCheckout, type Checkout, type RunResult } from './checkout.ts'
import { makeState } from './lease.ts'
import { teacherStatements } from './teacher-statements.ts'

/** A running server and its administrator. */
type AnyServer = AsyncDisposable & { readonly admin: Account }

/** A server for a class, and a teacher's checkout that names it. Disposing removes all of it. */
export interface ClassServer extends AsyncDisposable {
  /** A temporary folder for whatever the teacher writes. */
  readonly folder: string
  readonly teacher: Checkout
  /** The administrator's connection to the server. */
  readonly admin: Connection
  /** The teacher's account on the server. */
  readonly account: Account
  /** `npm run class -- …` as the teacher. */
  run(...args: string[]): Promise<RunResult>
  /** `npm run class -- create` with this list. */
  create(list: string): Promise<RunResult>
  /** What {@link create} runs: to start it and not wait for its end. */
  creating(list: string): string[]
  /** The environment of the teacher's commands. */
  readonly env: Record<string, string>
  /** What the `.env` of a student holds. */
  envOf(login: string): Record<string, string>
  accountOf(login: string): Account
  /** The accounts of students that the server has. */
  accounts(): Promise<string[]>
}

/** Gives a server the account that docs/teachers.md describes. By default it is brought up for this. */
export async function openClassServer(given?: AnyServer): Promise<ClassServer> {
  const server = given ?? (await openServer())
  const own = await connect(server.admin)
  const teacher = await copyCheckout()
  const folder = mkdtempSync(path.join(tmpdir(), 'workbook-class-'))
  const account = { ...server.admin, user: 'teacher', password: 'teaches' }
  for (const statement of teacherStatements('CREATE USER')) await own.connection.query(statement)
  const env = envFor(account)
  const run = (...args: string[]) => teacher.run(['class', ...args], { env })
  const creating = (list: string) => {
    const file = path.join(folder, 'students.csv')
    writeFileSync(file, list)
    return ['create', '--file', file, '--out', path.join(folder, 'envs')]
  }
  const envOf = (login: string) => parse(readFileSync(path.join(folder, 'envs', login, '.env')))
  return {
    folder,
    teacher,
    admin: own.connection,
    account,
    env,
    run,
    creating,
    envOf,
    create: (list) => run(...creating(list)),
    accountOf(login) {
      const { MYSQL_USER: user = '', MYSQL_PASSWORD: password = '' } = envOf(login)
      return { ...server.admin, user, password }
    },
    async accounts() {
      const [rows] = await own.connection.query<RowDataPacket[]>(
        `SELECT user FROM mysql.user WHERE user LIKE 'workbook\\_%' AND user <> 'workbook_admin' ORDER BY user`,
      )
      return rows.map((row) => String(row.user))
    },
    async [Symbol.asyncDispose]() {
      await own[Symbol.asyncDispose]()
      await teacher[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// --- internal ---

/** A server of another state folder. */
async function openServer(): Promise<AnyServer> {
  const host = await makeState()
  const { admin } = (await host.lease().ready).access
  return { admin, [Symbol.asyncDispose]: () => host[Symbol.asyncDispose]() }
}

function envFor({ host, port, user, password, encrypted }: Account): Record<string, string> {
  return {
    WORKBOOK_DATABASE: 'external',
    MYSQL_HOST: host,
    MYSQL_PORT: String(port),
    MYSQL_USER: user,
    MYSQL_PASSWORD: password,
    ...(encrypted && { MYSQL_SSL_MODE: 'REQUIRED' }),
  }
}
