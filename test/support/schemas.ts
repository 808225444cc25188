import { escapeId } from 'mysql2'
import { createConnection, type Connection } from 'mysql2/promise'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { leaveNoLog } from './log-upkeep.ts'
import { adminOptions } from './server.ts'

/** The schemas of one spec file, a new one for each test. Dropping goes on beside the next test, on its own connection. */
export interface Schemas extends AsyncDisposable {
  /** The name for the next test. It does not exist yet. */
  next(): string
  /** Drops a test's schema and those that the test made, sooner or later. */
  discard(schema: string): void
}

/**
 * @param name what the schemas of this file are called, without practice database and session
 * Those that an earlier run kept to be looked at are dropped.
 */
export async function openSchemas(access: DatabaseAccess, session: string, name: string): Promise<Schemas> {
  const janitor = await createConnection(adminOptions(access))
  let work = leaveNoLog(janitor)
  let count = 0
  const drop = (pattern: string) => {
    work = work.then(() => dropSchemas(janitor, pattern))
    work.catch(() => {})
  }
  drop(`${access.practice}_${name}_%_${session}%`)
  await work
  return {
    next: () => `${access.practice}_${name}_${++count}_${session}`,
    discard: (schema) => drop(`${schema}%`),
    async [Symbol.asyncDispose]() {
      await work.finally(() => janitor.end())
    },
  }
}

// --- internal ---

/** @param pattern of LIKE, in which `_` stands for itself */
async function dropSchemas(janitor: Connection, pattern: string): Promise<void> {
  const [rows] = await janitor.query('SHOW DATABASES LIKE ?', [pattern.replaceAll('_', '\\_')])
  const names = (rows as object[]).map((row) => String(Object.values(row)[0]))
  for (const name of names) await janitor.query(`DROP DATABASE IF EXISTS ${escapeId(name, true)}`)
}
