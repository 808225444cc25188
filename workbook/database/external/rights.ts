import { createHash } from 'node:crypto'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { stateFolder } from '../../paths.ts'
import { prepareStudent, readPasswords } from '../accounts.ts'
import { classSchema } from '../own-schema.ts'
import { createSchema, dropSchema } from '../practice.ts'
import { quoteText } from '../quote.ts'
import type { Account, DatabaseAccess, StartProgress } from '../types.ts'

/**
 * The student's account on a server that is not ours: a separate one if the given account may create it, otherwise
 * the given account itself, and the student is told.
 * @throws {WorkbookError} MISSING_RIGHTS when the given account can't create schemas with the workbook's prefix
 */
export async function prepareGuest(
  connection: Connection,
  options: { admin: Account; practice: string; progress: StartProgress },
): Promise<Account> {
  const { admin, practice, progress } = options
  await tryRights(connection, practice, admin)
  const name = guestName()
  const password = readPasswords().student
  try {
    await prepareStudent(connection, { name, host: '%', password, practice })
    return { ...admin, user: name, password }
  } catch (error) {
    if (!isRefusal(error)) throw error
    // It may be allowed to create an account and not to grant it anything: then the account is dropped again.
    await connection.query(`DROP USER IF EXISTS ${quoteText(name)}@'%'`).catch(() => {})
    progress.note?.(say('db.external-same-account', { user: admin.user }))
    return admin
  }
}

/** Is the general log written to a table that this account reads? The server's settings are not touched. */
export async function findStatementLog(
  connection: Connection,
): Promise<DatabaseAccess['statementLog']> {
  const sql = 'SELECT @@GLOBAL.general_log AS log_on, @@GLOBAL.log_output AS output'
  const [[row]] = await connection.query<RowDataPacket[]>(sql)
  if (!row?.log_on || !String(row.output).includes('TABLE')) {
    return { readable: false, reason: say('db.external-log-off') }
  }
  // In a class each student reads their own part of it.
  for (const table of ['mysql.general_log', `${classSchema}.statements`]) {
    try {
      await connection.query(`SELECT 1 FROM ${table} LIMIT 1`)
      return { readable: true, table }
    } catch (error) {
      if (!isRefusal(error)) throw error
    }
  }
  return { readable: false, reason: say('db.external-log-unreadable') }
}

// --- internal ---

/** One account per checkout, so that two checkouts on one server do not change each other's password. */
function guestName(): string {
  return `student_${createHash('sha256').update(stateFolder).digest('hex').slice(0, 10)}`
}

/** Trying is more reliable than reading SHOW GRANTS, which hides roles and partial revokes. */
async function tryRights(connection: Connection, practice: string, admin: Account): Promise<void> {
  const { user } = admin
  const probe = `${practice}_probe`
  try {
    await dropSchema(connection, probe)
    await createSchema(connection, probe)
    await connection.query(`CREATE TABLE \`${probe}\`.t (id INT PRIMARY KEY, other INT)`)
    await connection.query(`ALTER TABLE \`${probe}\`.t ADD INDEX (other)`)
    await connection.query(`INSERT INTO \`${probe}\`.t VALUES (1, 1)`)
    await connection.query(`UPDATE \`${probe}\`.t SET other = 2`)
    await connection.query(`DELETE FROM \`${probe}\`.t`)
    await dropSchema(connection, probe)
  } catch (cause) {
    const errno = (cause as { errno?: number }).errno ?? 0
    if (readOnly.includes(errno)) throw refusesChanges(cause as Error, admin)
    if (!isRefusal(cause)) throw cause
    const pattern = practice.replaceAll('_', '\\_')
    const reason = (cause as Error).message
    const params = { user, practice, reason, pattern }
    throw new WorkbookError(
      say('db.missing-rights', params),
      say('db.missing-rights.next', params),
      {
        code: 'MISSING_RIGHTS',
        cause,
      },
    )
  }
}

/** Not a matter of rights: a server that is only read from, or a member of a group that is not its primary. */
const readOnly = [1290, 1836]

function refusesChanges(cause: Error, { host, port }: Account): WorkbookError {
  const params = { server: `${host}:${port}`, reason: cause.message }
  return new WorkbookError(say('db.read-only', params), say('db.read-only.next'), {
    code: 'SERVER_FAILED',
    cause,
  })
}

/** 1044 schema, 1142 table, 1143 column, 1227 privilege, 1410 and 1045 grants. */
function isRefusal(error: unknown): boolean {
  const errno = (error as { errno?: number }).errno ?? 0
  return [1044, 1045, 1142, 1143, 1227, 1370, 1410, ...readOnly].includes(errno)
}
