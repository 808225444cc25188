import type { RowDataPacket } from 'mysql2'
import { WorkbookError } from '../errors.ts'
import { say } from '../language.ts'
import { connect } from './connect.ts'
import type { DatabaseAccess } from './types.ts'

/**
 * Makes sure that a schema is the workbook's own and is there.
 * @throws {WorkbookError} BAD_COMMAND
 */
export async function requireOwnSchema(access: DatabaseAccess, schema: string): Promise<void> {
  const { practice, student } = access
  if (schema !== practice && !schema.startsWith(`${practice}_`))
    throw refused('db.foreign-schema', { schema, practice })
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
