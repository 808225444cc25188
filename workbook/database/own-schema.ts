import type { RowDataPacket } from 'mysql2'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { connect } from './connect.ts'
import type { DatabaseAccess } from './types.ts'
import { sessionPattern } from './server/users.ts'

/** Of a class on this server: its list of students, what they sent, each one's part of the statement log. */
export const classSchema = 'ai_chat_class'

/** Does this schema belong to the workbook? The student sees no others. */
export function isOwnSchema({ practice }: DatabaseAccess, schema: string): boolean {
  return schema === practice || schema.startsWith(`${practice}_`)
}

/**
 * A schema that belongs to a session; it is dropped once that session has ended. The two underlines before the
 * session distinguish it from a schema that the student has created.
 */
export function sessionSchema(practice: string, what: string, session: string): string {
  return `${practice}_${what}__${session}`
}

/** The session of such a schema, or of one that a test has created beside it. */
export function sessionOfSchema(practice: string, schema: string): string | undefined {
  const pattern = new RegExp(`^${practice}_.+__(${sessionPattern})(?:_.*)?$`)
  return pattern.exec(schema)?.[1]
}

/**
 * Makes sure that a schema belongs to the workbook and exists.
 * @throws {WorkbookError} BAD_COMMAND
 */
export async function requireOwnSchema(access: DatabaseAccess, schema: string): Promise<void> {
  const { practice, student } = access
  if (!isOwnSchema(access, schema)) throw refused('db.foreign-schema', { schema, practice })
  await using own = await connect(student)
  const [found] = await own.connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM information_schema.schemata WHERE schema_name = ?',
    [schema],
  )
  if (found.length === 0) throw refused('db.schema-gone', { schema, practice })
}

// --- internal ---

function refused(key: 'db.foreign-schema' | 'db.schema-gone', params: Record<string, string>) {
  return new WorkbookError(say(key, params), say(`${key}.next`, params), { code: 'BAD_COMMAND' })
}
