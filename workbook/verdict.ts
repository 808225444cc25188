import type { MessageKey, MessageParams } from './language/language.ts'

/** What a reader may be shown; survives JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * The result of checking one exercise. The one type between the runner, the terminal, the page and the progress file.
 * Plain data; texts that people read are keys and ids, so that each reader sees their own language.
 */
export interface Verdict {
  /** `ddl/create-tables` */
  exercise: string
  status: Status
  tests: TestVerdict[]
  /** Why the whole file could not be judged: crashed, timed out, or blocked by the environment. */
  problem?: Failure
  /** Where the stub of a newer version is that an update could not merge: a path as people read it. */
  newStub?: string
  /** What the code printed, at most 10,000 characters. */
  output?: string
  /** From the start of the run of this file to its verdict, in milliseconds. */
  duration: number
  /** Gives the same random data again: `npm run check -- ID --seed N`. */
  seed: number
  /** ISO 8601, UTC. */
  at: string
}

/** `blocked`: the environment, not the answer, is in the way. */
export type Status = 'not-started' | 'passed' | 'failed' | 'crashed' | 'timed-out' | 'blocked'

export interface TestVerdict {
  /** The sentence that names the test, in English, as in the spec; the page has it in other languages. */
  title: string
  /** `not-run`: a test before it timed out, or the file crashed before it. */
  status: 'passed' | 'failed' | 'timed-out' | 'not-run'
  failure?: Failure
  evidence?: Evidence
  /** Milliseconds. */
  duration: number
}

export interface Failure {
  /** The finding, as a message from the catalogue. */
  finding: Finding
  /** What most likely lies behind it, where the difference itself tells: `cause.rows-end`. */
  cause?: Finding
  /** The known mistake, explained on the lesson's page under this id. */
  mistake?: string
  expected?: Json
  seen?: Json
  /** Where in the student's file, when it is known: line and column from 1. */
  at?: { line: number; column: number }
}

/** What a failure says: what was found, and then what most likely lies behind it. */
export function findingsOf({ finding, cause }: Failure): Finding[] {
  return cause ? [finding, cause] : [finding]
}

export interface Finding {
  key: MessageKey
  params: MessageParams
}

/** What a test saw happen on the server. */
export interface Evidence {
  statements: Statement[]
  changes: TableChange[]
  /** The schema it happened in, kept until the next run. */
  schema: string
  /** What else happened in the meantime, in order. */
  events?: RunEvent[]
  /** Milliseconds from its beginning until it was judged. */
  duration?: number
}

/** What is not in the log: what the pool did, and what the spec did over connections that are not the student's. */
export interface RunEvent extends Moment {
  /** Of `borrow`, `milliseconds` is how long it took until the pool had a connection. */
  kind: 'borrow' | 'release' | 'kill' | 'spec'
  /** The connection that was lent, given back or killed; none for what the spec sent. */
  thread?: number
  /** What the spec sent. */
  sql?: string
}

interface Moment {
  /** Milliseconds since the test began. */
  at: number
  milliseconds?: number
}

/** One row of the statement log: MySQL Reference Manual, 7.4.3 "The General Query Log". */
export interface Statement {
  /** The server's number of the connection. */
  thread: number
  command:
    | 'Connect'
    | 'Query'
    | 'Prepare'
    | 'Execute'
    | 'Close stmt'
    | 'Init DB'
    | 'Ping'
    | 'Quit'
    | (string & {})
  /** As the server logged it; in an `Execute` the values are in place of the `?`. */
  sql: string
  /** When it reached the server: milliseconds since the test began. */
  at?: number
  /** Where the student's file sent it, when it is known: line and column from 1. */
  from?: Failure['at']
  /** The test sent it over the student's connection, not the student's code. */
  byTest?: true
  /** Its result, if the server provides it: only evidence, not what specs read. */
  outcome?: Outcome
}

/** The result of a statement: MySQL Reference Manual, 29.12.6 "Performance Schema Statement Event Tables". */
export interface Outcome {
  milliseconds: number
  /** How many of them it spent waiting for rows that others had locked. */
  waited?: number
  /** Rows of the result set. */
  returned?: number
  /** Rows that were inserted, updated or deleted; those of a cascade are not counted. */
  changed?: number
  /** Why it failed. A message that the server has cut ends with `…`. */
  error?: { errno: number; sqlState: string; message: string }
}

export interface TableChange {
  table: string
  added: Row[]
  removed: Row[]
  changed: { before: Row; after: Row }[]
  /** Rows that a foreign key removed or changed, because their parent row was. */
  cascades?: Cascade[]
}

export interface Cascade {
  /** Which row: its index in `removed` or in `changed`. */
  kind: 'removed' | 'changed'
  index: number
  /** The parent row as it was, known by its primary key. */
  parent: { table: string; key: Row }
}

export type Row = { [column: string]: Json }

/** The text of a value that JSON lacks, which is sent under the name of its type: a Date, or bytes as MySQL writes them. */
export function textOfTyped(value: Json | undefined): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  if ('Date' in value) return `Date ${String(value.Date)}`
  return 'Buffer' in value ? `0x${String(value.Buffer)}` : undefined
}
