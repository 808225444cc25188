/** The result of a run of the console. Plain data: it is sent to the page as JSON. */
export interface ConsoleRun {
  results: ConsoleResult[]
  /** How many parts of the script were not run, because one failed or was stopped. */
  left: number
  /** The previous connection was gone, and with it its transaction, its variables and its temporary tables. */
  reopened: boolean
  /** May the run have changed which tables there are, or which database is the current one? */
  schemaChanged: boolean
  state: ConsoleState
}

/** The state of a console's connection after a run. */
export interface ConsoleState {
  /** The current database. */
  database: string
  /** Is a transaction open? */
  transaction: boolean
}

/** The result of one statement; a procedure returns several. */
export interface ConsoleResult {
  sql: string
  /** Where `sql` begins in the script, in UTF-16 units. */
  offset: number
  /** Was it asked for vertically, with `\G`? */
  vertical: boolean
  outcomes: ConsoleOutcome[]
  /** The server's warnings, the first {@link warningLimit} of them. */
  warnings: ConsoleWarning[]
  /** Milliseconds, from sending it to its last row. */
  duration: number
  stopped?: StopReason
}

/** `time`: it took longer than a statement may; `cancelled`: the student no longer wanted it. */
export type StopReason = 'time' | 'cancelled'

export type ConsoleOutcome = RowsOutcome | DoneOutcome | ErrorOutcome | ClientOutcome

export interface RowsOutcome {
  kind: 'rows'
  columns: ConsoleColumn[]
  /** The first rows, as many as are shown. */
  rows: ConsoleCell[][]
  /** How many the server sent. */
  count: number
}

export interface ConsoleColumn {
  name: string
  /** `VARCHAR(255)` */
  type: string
  numeric: boolean
}

/** SQL's NULL, text as the server sent it, or bytes as `0x…`; `length` where only its beginning is here. */
export type ConsoleCell = null | string | { text: string; hex: boolean; length?: number }

export interface DoneOutcome {
  kind: 'done'
  affected: string
  /** Of the first row that got an `AUTO_INCREMENT` value. */
  insertId?: string
  /** The server's own words: `Rows matched: 1  Changed: 1  Warnings: 0`. */
  info: string
  /** The database that `USE` made the current one. */
  database?: string
}

export interface ErrorOutcome {
  kind: 'error'
  /** The server's number; 0 for an error that the driver found. */
  errno: number
  /** `ER_PARSE_ERROR` */
  code: string
  sqlState: string
  message: string
  /** Where in the script it is, if the message says so. */
  from?: number
  to?: number
  /** The connection is gone. */
  lost: boolean
}

/** What the client itself answers. */
export type ClientOutcome =
  | { kind: 'status'; lines: [name: StatusName, value: string][] }
  | { kind: 'help' }
  | { kind: 'exit' }

export type StatusName =
  | 'connection'
  | 'database'
  | 'user'
  | 'version'
  | 'server'
  | 'characterSet'
  | 'autocommit'

export interface ConsoleWarning {
  level: string
  code: number
  message: string
}

/** How much of one statement's result is shown; a whole run shows four times as many bytes. */
export const rowLimit = 500
export const byteLimit = 500_000
/** Characters or bytes of one value. */
export const cellLimit = 4000
/** Characters of what EXPLAIN answers in one value. */
export const planLimit = 100_000
export const warningLimit = 20
/** Milliseconds that a statement may take. */
export const timeLimit = 10_000
