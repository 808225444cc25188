import { connect } from '../database/connect.ts'
import { changesPassword, restorePassword } from '../database/student.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { say } from '../language/language.ts'
import type { ConsoleResult } from './results.ts'

/** If a statement has changed the password of the student's account, sets it back and adds a warning that says so. */
export async function withOwnPassword(
  result: ConsoleResult,
  access: DatabaseAccess,
): Promise<ConsoleResult> {
  const done = result.outcomes.some(({ kind }) => kind === 'done')
  if (!done || !changesPassword(result.sql, access)) return result
  await using admin = await connect(access.admin)
  await restorePassword(admin.connection, access)
  const message = say('console.password-restored', { user: access.student.user })
  return { ...result, warnings: [...result.warnings, { level: 'Note', code: 0, message }] }
}
