import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { sqlFolder } from '../paths.ts'
import { connect } from './connect.ts'
import { listPrepared, rollBackPrepared } from './prepared.ts'
import { sessionOfSchema } from './own-schema.ts'
import { quoteName } from './quote.ts'
import type { DatabaseAccess } from './types.ts'

/** Creates an empty schema, `utf8mb4`, through an administrator's connection. */
export async function createSchema(admin: Connection, name: string): Promise<void> {
  await admin.query(`CREATE SCHEMA ${quoteName(name)} CHARACTER SET utf8mb4`)
}

/** Works even when tables of another schema point at tables of this one. */
export async function dropSchema(admin: Connection, name: string): Promise<void> {
  await admin.query('SET SESSION foreign_key_checks = 0')
  try {
    await admin.query(`DROP SCHEMA IF EXISTS ${quoteName(name)}`)
  } finally {
    await admin.query('SET SESSION foreign_key_checks = DEFAULT')
  }
}

/**
 * Drops the practice database and creates it again from sql/. What the student made in it is gone.
 * @throws {WorkbookError} SERVER_FAILED when an open transaction keeps a table for {@link patience} seconds
 */
export async function resetPractice(access: DatabaseAccess): Promise<void> {
  const { practice } = access
  await using own = await connect(access.admin, { multipleStatements: true })
  // MySQL itself would wait for a year: MySQL Reference Manual, 7.1.8 "Server System Variables", lock_wait_timeout.
  await own.connection.query('SET SESSION lock_wait_timeout = ?', [patience])
  await rollBackPrepared(own.connection, access)
  try {
    // Before anything else: until it succeeds, everything stays as it was.
    await dropSchema(own.connection, practice)
  } catch (cause) {
    if ((cause as { errno?: number }).errno !== lockWaitTimeout) throw cause
    const [xid] = await listPrepared(own.connection)
    const next = xid ? say('db.prepared.next', { xid }) : say('db.practice-locked.next')
    throw new WorkbookError(say('db.practice-locked', { practice }), next, {
      code: 'SERVER_FAILED',
      cause,
    })
  }
  await makePractice(own.connection, practice)
}

/** Creates the practice database if it is missing or half finished; otherwise it stays as it is. */
export async function preparePractice(admin: Connection, name: string): Promise<void> {
  const there = await listSchemas(admin, (schema) => [name, markerOf(name)].includes(schema))
  if (there.length === 1 && there[0] === name) return
  await makePractice(admin, name)
}

/** Drops the schemas that dead sessions left behind. */
export async function sweepSchemas(
  admin: Connection,
  { practice, provider }: Pick<DatabaseAccess, 'practice' | 'provider'>,
  isDead: (session: string) => boolean,
): Promise<void> {
  const left = await listSchemas(admin, (schema) => {
    const session = sessionOfSchema(practice, schema)
    return session !== undefined && isDead(session)
  })
  if (left.length > 0) await rollBackPrepared(admin, { provider })
  for (const schema of left) await dropSchema(admin, schema)
}

/** The names of all schemas that are wanted. */
export async function listSchemas(
  admin: Connection,
  wanted: (name: string) => boolean,
): Promise<string[]> {
  const [rows] = await admin.query<RowDataPacket[]>({ sql: 'SHOW SCHEMAS', rowsAsArray: true })
  return rows.map((row) => String((row as unknown[])[0])).filter(wanted)
}

// --- internal ---

/** Seconds. */
const patience = 10
const lockWaitTimeout = 1205

/** The marker exists while the work is under way: after a kill the next start sees it and begins again. */
async function makePractice(admin: Connection, name: string): Promise<void> {
  await dropSchema(admin, markerOf(name))
  await createSchema(admin, markerOf(name))
  await dropSchema(admin, name)
  await createSchema(admin, name)
  await admin.query(`USE ${quoteName(name)}`)
  for (const file of ['schema.sql', 'seed.sql']) {
    await admin.query(readFileSync(path.join(sqlFolder, file), 'utf8'))
  }
  await dropSchema(admin, markerOf(name))
}

function markerOf(practice: string): string {
  return `${practice}_unfinished`
}
