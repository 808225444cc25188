import { randomBytes } from 'node:crypto'
import type { Connection } from 'mysql2/promise'
import { readState, writeState } from '../system/state-files.ts'
import { quoteName, quoteText } from './quote.ts'

/** The passwords of a server that the workbook brings up itself: random, for this user only, never printed. */
export interface Passwords {
  admin: string
  student: string
}

export const adminName = 'workbook_admin'
export const studentName = 'student'

const note = 'accounts.json'

/** The passwords of this state folder, created once. A lost note is created again: every start sets them in the server. */
export function readPasswords(): Passwords {
  const known = readState(note) as Partial<Passwords> | undefined
  if (typeof known?.admin === 'string' && typeof known.student === 'string') {
    return { admin: known.admin, student: known.student }
  }
  const made = { admin: newPassword(), student: newPassword() }
  writeState(note, made)
  return made
}

/**
 * What `--init-file` runs before the server accepts connections: it makes sure that the administrator exists and has the known
 * password, and removes the account that initialisation left without one. One statement per line, as MySQL requires.
 */
export function initFile(passwords: Passwords, host: string): string {
  const admin = `${quoteText(adminName)}@${quoteText(host)}`
  return [
    `CREATE USER IF NOT EXISTS ${admin};`,
    `ALTER USER ${admin} IDENTIFIED BY ${quoteText(passwords.admin)};`,
    `GRANT ALL ON *.* TO ${admin} WITH GRANT OPTION;`,
    // The official image still needs that account during its set-up; there it has a password.
    ...(host === '%' ? [] : [`DROP USER IF EXISTS 'root'@'localhost';`]),
    '',
  ].join('\n')
}

/** Creates the student's account, or repairs it: all rights on the practice database and its prefix, no others. */
export async function prepareStudent(
  admin: Connection,
  options: { name: string; host: string; password: string; practice: string },
): Promise<void> {
  const account = `${quoteText(options.name)}@${quoteText(options.host)}`
  await admin.query(
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY ${quoteText(options.password)}`,
  )
  await admin.query(`ALTER USER ${account} IDENTIFIED BY ${quoteText(options.password)}`)
  await admin.query(`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${account}`)
  for (const pattern of [options.practice, `${options.practice}_%`]) {
    await admin.query(`GRANT ALL ON ${schemaPattern(pattern)}.* TO ${account}`)
  }
}

export function newPassword(): string {
  return randomBytes(18).toString('base64url')
}

// --- internal ---

/** In a grant `_` is a wildcard; escaped it is itself. `%` stays one. */
function schemaPattern(pattern: string): string {
  return quoteName(pattern.replaceAll('_', '\\_'))
}
