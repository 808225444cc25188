import type { Connection, ConnectionOptions } from 'mysql2/promise'
import { WorkbookError } from '../errors.ts'
import { connect, type OwnConnection } from './connect.ts'
import { quoteText } from './quote.ts'
import type { DatabaseAccess } from './types.ts'

/**
 * Opens a connection of the student. Any account may change its own password, and no privilege forbids it: where that
 * has been done, the password that the workbook knows is set again first.
 * @throws {WorkbookError} CONNECTION_REFUSED, ACCESS_DENIED, SERVER_FAILED
 */
export async function connectStudent(
  access: DatabaseAccess,
  options: ConnectionOptions = {},
): Promise<OwnConnection> {
  try {
    return await connect(access.student, options)
  } catch (error) {
    if (!(error instanceof WorkbookError) || error.code !== 'ACCESS_DENIED') throw error
    await using admin = await connect(access.admin)
    await restorePassword(admin.connection, access)
    return connect(access.student, options)
  }
}

/** Sets the student's password to the one that the workbook knows, through an administrator's connection. */
export async function restorePassword(
  admin: Connection,
  { provider, student, admin: { user } }: DatabaseAccess,
): Promise<void> {
  const host = provider === 'embedded' ? '127.0.0.1' : '%'
  const account =
    student.user === user ? 'CURRENT_USER()' : `${quoteText(student.user)}@${quoteText(host)}`
  await admin.query(`ALTER USER ${account} IDENTIFIED BY ${quoteText(student.password)}`)
}

/** Is this a statement by which an account changes its own password? As it was sent, or as the server logs it. */
export function changesPassword(sql: string, { student }: DatabaseAccess): boolean {
  const own = String.raw`(?:current_user\b|user\s*\(|['"\`]?${student.user}\b)`
  const pattern = new RegExp(
    String.raw`\bset\s+password\b|\balter\s+user\s+(?:if\s+exists\s+)?${own}`,
    'i',
  )
  return pattern.test(sql)
}
