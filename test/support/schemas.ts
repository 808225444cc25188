import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import { sessionSchema } from '../../workbook/database/own-schema.ts'
import type { DatabaseAccess } from '../../workbook/database/types.ts'
import { leaveNoLog } from './log-upkeep.ts'
import { openAdmin } from './server.ts'

/**
 * The schemas of one spec file, a new one for each test. Reading and dropping the last one, and preparing the next one,
 * happen alongside the running test, on their own connection.
 */
export interface Schemas<Content> extends AsyncDisposable {
  /** The schema for the next test, and what is in it. */
  next(): Promise<{ schema: string; content: Content }>
  /** Does this after what was begun before, and before what is discarded afterwards. `connection` comes from openAdmin(). */
  alongside<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** Drops a test's schema and those that the test created, sooner or later, here or by the runner. */
  discard(schema: string): void
}

/** How a file's schemas are made. */
export interface Making<Content> {
  /** Fills the schema, which is selected, with what tests begin with. */
  fill(connection: Connection, schema: string): Promise<Content>
  /** Whether each is prepared before its test asks for it: quicker for one file, slower for a run of many. */
  ahead: boolean
  /** Whether they are dropped here, or by the runner when the verdict is out. */
  drops: boolean
}

/**
 * Drops what an earlier run of this file kept for inspection, and begins with the first schema.
 * @param name what the schemas of this file are called, without practice database and session
 */
export async function openSchemas<Content>(
  access: DatabaseAccess,
  session: string,
  name: string,
  { fill, ahead, drops }: Making<Content>,
): Promise<Schemas<Content>> {
  const connection = await openAdmin(access)
  let work: Promise<unknown> = leaveNoLog(connection)
  let count = 0
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const done = work.then(step)
    work = done.catch(() => {})
    return done
  }
  const make = () => {
    const schema = sessionSchema(access.practice, `${name}_${++count}`, session)
    return inTurn(async () => {
      await connection.query(
        `CREATE DATABASE ${escapeId(schema)} CHARACTER SET utf8mb4; USE ${escapeId(schema)}`,
      )
      return { schema, content: await fill(connection, schema) }
    })
  }
  await inTurn(() =>
    dropSchemas(connection, `${sessionSchema(access.practice, `${name}_%`, session)}%`),
  )
  const makeAhead = () => {
    const ready = ahead ? make() : undefined
    ready?.catch(() => {})
    return ready
  }
  let ready = makeAhead()
  return {
    async next() {
      const prepared = await (ready ?? make())
      ready = makeAhead()
      return prepared
    },
    alongside: (step) => inTurn(() => step(connection)),
    discard(schema) {
      // Dropping takes longer than the tests.
      if (drops) void inTurn(() => dropSchemas(connection, `${schema}%`)).catch(() => {})
    },
    async [Symbol.asyncDispose]() {
      await work
      // The one that no test used is dropped with the session's others, when nobody is waiting.
      await connection.end()
    },
  }
}

// --- internal ---

/** @param pattern of LIKE, in which `_` stands for itself */
async function dropSchemas(connection: Connection, pattern: string): Promise<void> {
  const [rows] = await connection.query('SHOW DATABASES LIKE ?', [pattern.replaceAll('_', '\\_')])
  const names = (rows as object[]).map((row) => String(Object.values(row)[0]))
  if (names.length === 0) return
  const drops = names.map((name) => `DROP DATABASE IF EXISTS ${escapeId(name, true)}`)
  // Tables of one may point at tables of another.
  const statements = ['SET foreign_key_checks = 0', ...drops, 'SET foreign_key_checks = 1']
  await connection.query(statements.join('; '))
}
