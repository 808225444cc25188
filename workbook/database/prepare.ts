import type { Connection, RowDataPacket } from 'mysql2/promise'
import { readConfig } from '../config.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { prepareStudent, readPasswords, studentName } from './accounts.ts'
import { connect } from './connect.ts'
import { findStatementLog, prepareGuest } from './external/rights.ts'
import { preparePractice, sweepSchemas } from './practice.ts'
import type { Account, DatabaseAccess, StartProgress } from './types.ts'
import type { ProviderName } from '../config.ts'

/**
 * Makes a started server ready: the student's account and the practice database.
 * @throws {WorkbookError} NOT_MYSQL, MISSING_RIGHTS
 */
export async function prepareServer(
  provider: ProviderName,
  admin: Account,
  progress: StartProgress,
): Promise<DatabaseAccess> {
  const { practice } = readConfig()
  await using own = await connect(admin, { multipleStatements: true })
  const { connection } = own
  const version = await readServerVersion(connection)
  if (provider === 'external') {
    const student = await prepareGuest(connection, { admin, practice, progress })
    await preparePractice(connection, practice)
    const statementLog = await findStatementLog(connection)
    return { provider, version, admin, student, practice, statementLog }
  }
  const password = readPasswords().student
  const host = provider === 'container' ? '%' : '127.0.0.1'
  await prepareStudent(connection, { name: studentName, host, password, practice })
  await preparePractice(connection, practice)
  const student = { ...admin, user: studentName, password }
  return {
    provider,
    version,
    admin,
    student,
    practice,
    statementLog: { readable: true, table: 'mysql.general_log' },
  }
}

/**
 * Drops the schemas of dead sessions, and keeps the statement log short while nobody reads it.
 * `living` names the sessions that count when every other one is dead: at a start.
 */
export async function tidyServer(
  access: DatabaseAccess,
  options: { dead: string[]; alone: boolean; living?: string[] },
): Promise<void> {
  const { dead, alone, living } = options
  await using own = await connect(access.admin)
  await sweepSchemas(own.connection, access, (session) =>
    alone && living ? !living.includes(session) : dead.includes(session),
  )
  if (alone && access.provider !== 'external') await shortenLog(own.connection)
}

// --- internal ---

async function readServerVersion(admin: Connection): Promise<string> {
  const sql = 'SELECT VERSION() AS version, @@version_comment AS comment'
  const [[row]] = await admin.query<RowDataPacket[]>(sql)
  const version = String(row?.version)
  if (/mariadb/i.test(`${version} ${String(row?.comment)}`)) {
    throw new WorkbookError(say('db.server-is-mariadb', { version }), say('db.mariadb.next'), {
      code: 'NOT_MYSQL',
    })
  }
  return version.replace(/-.*$/, '')
}

/** Reading the log scans it. A log that a kill or a full disk left broken can't be read, and is emptied as well. */
async function shortenLog(admin: Connection): Promise<void> {
  const sql = 'SELECT COUNT(*) AS total, SUM(LENGTH(argument)) AS bytes FROM mysql.general_log'
  const counted = await admin.query<RowDataPacket[]>(sql).catch(() => undefined)
  if (counted && Number(counted[0][0]?.total) <= 5000) return
  await admin.query('TRUNCATE mysql.general_log')
}
