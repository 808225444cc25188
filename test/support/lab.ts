import type { Connection, ConnectionOptions, Pool, PoolOptions } from 'mysql2/promise'
import type { Evidence } from '../../workbook/verdict.ts'
import type { Chat } from './chat.ts'
import type { Random } from './random.ts'
import type { Server } from './server.ts'

/** What a test gets: its own schema in a known state, the student's connection, and a view of the server. */
export interface Lab {
  /** The test's schema. Further schemas that a test makes must begin with this name and `_`; they are dropped after it. */
  schema: string
  /** A connection of the student's account to the schema. */
  connection: Connection
  /** Another connection of the student's account; closed after the test. */
  connect(options?: ConnectionOptions): Promise<Connection>
  /** A pool of the student's account; closed after the test. */
  createPool(options?: PoolOptions): Pool
  /**
   * From now on, what the spec itself has done to the lent connections counts as "as it was": a variable that it has set, a
   * transaction that it has begun. Otherwise it would be blamed on the student when the test is over.
   */
  asItIs(): Promise<void>
  /**
   * Fails unless the session of this connection, which a function hands over to its callback, is like a new one's.
   * @param what the connection's name in the message
   * @param parts those that count, by name as in `SessionState`; all of them unless given
   */
  expectAsOpened(
    connection: Pick<Connection, 'threadId'>,
    what?: string,
    parts?: RegExp,
  ): Promise<void>
  /** For functions that connect by themselves. */
  options: ConnectionOptions & {
    host: string
    port: number
    user: string
    password: string
    database: string
  }
  server: Server
  /** Creates another schema, filled as the test's own was when it began; dropped after the test. */
  twin(): Promise<Twin>
  random: Random
  /** The rows in the tables, when the exercise begins with `tables: 'chat'`; otherwise no rows. */
  chat: Chat
}

/** A schema and what it was filled with; `random` continues as the test's own did. */
export type Twin = Pick<Lab, 'schema' | 'random' | 'chat'>

export interface ExerciseOptions {
  /** What the schema contains when a test begins: no tables, the two tables without rows, or with generated rows. */
  tables?: 'none' | 'empty' | 'chat'
  /** SQL that the administrator runs after that, before the test begins: `ALTER TABLE …`. */
  prepare?: string
  /** What the student's code may leave changed, in all tests: `['DATABASE()']`. Otherwise nothing. */
  leaves?: readonly Leaves[]
}

/** What a test does. */
export type Body = (lab: Lab) => Promise<void> | void
export interface TestOptions {
  /** Milliseconds. */
  timeout?: number
  /** What the student's code may leave changed, in this test, besides what the exercise allows. */
  leaves?: readonly Leaves[]
  /** SQL that the administrator runs when the schema is filled: it counts as what was there before. */
  data?: (facts: Pick<Lab, 'random' | 'chat'>) => string
}
export type DefineTest = (title: string, body: Body, options?: TestOptions) => void

/** Runs one test of a spec. */
export type RunTest = (
  body: Body,
  evidence: ((one: Promise<Evidence>) => void) | undefined,
  options?: TestOptions,
) => Promise<void>

/**
 * What the student's code may leave behind on a connection or a pool that a spec lends: it may close it, or leave a part
 * of the session (session-snapshot.ts) changed, by its name (`DATABASE()`, `@@sql_mode`) or by how that begins
 * (`@@`, `GET_LOCK`; `@` for all user variables). `pool` allows what is found out about pools: a second release, a use
 * after it, a transaction. `DDL` allows it to create, alter and drop tables, indexes and databases of the test.
 */
export type Leaves = 'closed' | 'pool' | (string & {})
