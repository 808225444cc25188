import type { Connection, RowDataPacket } from 'mysql2/promise'
import { classSchema } from '../database/own-schema.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'

/**
 * Tries everything that making a class needs on a throwaway schema and account, so that nothing begins that can't end.
 * @throws {WorkbookError} MISSING_RIGHTS
 */
export async function requireTeacher(teacher: Connection, user: string): Promise<void> {
  // No login holds an underscore, so no student has these names.
  const schema = 'ai_chat_class_probe'
  const account = `'workbook_class_probe'@'%'`
  try {
    await teacher.query(`DROP USER IF EXISTS ${account}`)
    await teacher.query(`DROP SCHEMA IF EXISTS ${schema}`)
    await teacher.query(`CREATE USER ${account} IDENTIFIED WITH caching_sha2_password ACCOUNT LOCK`)
    await teacher.query(`CREATE SCHEMA ${schema}`)
    await teacher.query(`CREATE PROCEDURE ${schema}.probe() SELECT 1`)
    await teacher.query(`CREATE EVENT ${schema}.probe ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 1`)
    await teacher.query(`GRANT EXECUTE ON PROCEDURE ${schema}.probe TO ${account}`)
    await teacher.query(`GRANT ALL ON \`ai\\_chat\\_class\\_probe\`.* TO ${account}`)
    await teacher.query('SELECT 1 FROM mysql.user LIMIT 1')
    await teacher.query('SELECT 1 FROM mysql.general_log LIMIT 1')
    await tryRename(teacher, schema)
  } catch (cause) {
    throw new WorkbookError(
      say('class.rights', { user, reason: (cause as Error).message }),
      say('class.rights.next', { user }),
      { code: 'MISSING_RIGHTS', cause },
    )
  } finally {
    await teacher.query(`DROP SCHEMA IF EXISTS ${schema}`).catch(() => {})
    await teacher.query(`DROP USER IF EXISTS ${account}`).catch(() => {})
  }
}

/** Has this server a class, that this account may look at? */
export async function isClassReady(teacher: Connection): Promise<boolean> {
  const [rows] = await teacher.query<RowDataPacket[]>(
    `SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'students'`,
    [classSchema],
  )
  return rows.length > 0
}

// --- internal ---

/** The server looks at all rights before it finds that one of the tables is missing, and then renames none. */
async function tryRename(teacher: Connection, schema: string): Promise<void> {
  try {
    await teacher.query(
      `RENAME TABLE mysql.general_log TO ${schema}.log, ${schema}.missing TO mysql.general_log`,
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== noSuchTable) throw error
  }
}

const noSuchTable = 1146
