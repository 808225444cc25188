import type { RowDataPacket } from 'mysql2'
import { WorkbookError } from '../errors.ts'
import { say } from '../language.ts'
import { connect } from './connect.ts'
import type { DatabaseAccess } from './types.ts'

/** Does this schema belong to the workbook? The student sees no others. */
export function isOwnSchema({ practice }: DatabaseAccess, schema: string): boolean {
  return schema === practice || schema.startsWith(`${practice}_`)
}

/**
 * Makes sure that a schema is the workbook's own and is there.
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
