import type { ConsoleOutcome } from '../console/results.ts'
import type { Level } from '../content/scenes.ts'

/** A scene as a page plays it: the state of each statement, and how far it has come. Plain data, sent as JSON. */
export interface StageView {
  /** Grows with every change. */
  version: number
  level: Level
  /** One for each statement of the scene, in its order. */
  steps: StepView[]
  sessions: SessionView[]
  tables: TableView[]
  locks: LocksView
  /** The last deadlock of this scene. */
  deadlock?: DeadlockView
}

export interface StepView {
  state: 'ready' | 'running' | 'waiting' | 'done'
  /** From 1: its place in the order of sending. */
  turn?: number
  outcome?: ConsoleOutcome
  /** The outcome in short, as scenes claim it: `10`, `none`, `ok`, `error 1213`, `waits`, `waits, then 10`. */
  result?: string
}

export interface SessionView {
  name: string
  /** Is a transaction open, as far as the server has said? */
  transaction: boolean
  /** The sessions that it waits for. */
  waitsFor: string[]
}

/** A table of the scene: what everybody may see, and what would be there if nothing were rolled back. */
export interface TableView {
  name: string
  columns: string[]
  committed: (string | null)[][]
  /** The same, where nothing is pending. */
  pending: (string | null)[][]
}

/** `hidden`: the server does not let us look; the scene plays without. */
export type LocksView =
  | { hidden: true }
  | { hidden: false; indexes: IndexView[]; tables: TableLockView[] }

/** An index with the locks that are on it. */
export interface IndexView {
  table: string
  index: string
  columns: string[]
  /** In the order of the index. After the last entry there is one more gap. */
  entries: string[]
  locks: RecordLockView[]
}

export interface RecordLockView {
  session: string
  mode: 'S' | 'X'
  /** `insert`: an intention to insert into the gap. */
  on: 'record' | 'gap' | 'record and gap' | 'insert'
  /** Which entry, or the gap before it; the number of entries means the gap after the last one. */
  entry: number
  waiting: boolean
  /** For a lock that is waited for: who holds the lock that is in the way. */
  heldBy: string[]
}

/** A metadata lock that is waited for: what DDL waits for, and what waits behind DDL. */
export interface TableLockView {
  session: string
  table: string
  heldBy: string[]
}

/** Which session waited for which, in a cycle, and which had to give up. */
export interface DeadlockView {
  circle: { session: string; index: string; waitsFor: string }[]
  victim: string
}
