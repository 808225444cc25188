import type { DatabaseAccess } from '../database/types.ts'
import { ask } from './ask.ts'
import { openConnection, type ConsoleConnection } from './connection.ts'
import { withOwnPassword } from './own-password.ts'
import { byteLimit, type ConsoleResult, type ConsoleRun, type ConsoleState } from './results.ts'
import { readScript, type ScriptPart, type StatementPart } from './script.ts'
import { askStatus, type ServerStatus } from './server-status.ts'
import { currentDatabase, readStatus } from './status.ts'

type Limits = Parameters<typeof ask>[3]

/** One console: like a client, it keeps its connection from run to run. */
export class ConsoleSession implements AsyncDisposable {
  readonly #state: ConsoleState
  /** When it was last asked for something, by `performance.now()`. */
  usedAt = performance.now()
  readonly #access: DatabaseAccess
  #connection: ConsoleConnection | undefined
  /** Does a backslash escape in strings? */
  #escapes = true
  /** Was there a connection that the student has not ended? */
  #wasOpen = false
  #work: Promise<unknown> = Promise.resolve()
  #running: AbortController | undefined

  constructor(access: DatabaseAccess) {
    this.#access = access
    this.#state = { database: access.practice, transaction: false }
  }

  /** Its state; with a lost connection its transaction is gone. */
  get state(): ConsoleState {
    const { database, transaction } = this.#state
    return { database, transaction: transaction && !this.#connection?.lost }
  }

  get connected(): boolean {
    return this.#connection !== undefined
  }

  get busy(): boolean {
    return this.#running !== undefined
  }

  /**
   * Runs a script, after the one that is running; what follows an error is not run.
   * @throws {WorkbookError} when there is no connection
   */
  run(script: string, signal: AbortSignal): Promise<ConsoleRun> {
    const run = this.#work.then(() => this.#run(script, signal))
    this.#work = run.catch(() => {})
    return run
  }

  /** Stops the running statement. */
  cancel(): void {
    this.#running?.abort()
  }

  /** Closes the connection, and any open transaction with it; the next run opens another. */
  async park(): Promise<void> {
    this.cancel()
    await this.#work
    await this.#disconnect()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.park()
  }

  async #run(script: string, signal: AbortSignal): Promise<ConsoleRun> {
    this.#running = new AbortController()
    const limits = {
      budget: { bytes: 4 * byteLimit },
      signal: AbortSignal.any([signal, this.#running.signal]),
    }
    try {
      const reopened = await this.#open()
      const { parts, results } = await this.#runParts(script, limits)
      const left = parts.length - results.length
      const schemaChanged = reopened || parts.some(({ sql }) => mayChangeSchema.test(sql))
      return { results, left, reopened, schemaChanged, state: this.state }
    } finally {
      this.#running = undefined
      this.usedAt = performance.now()
    }
  }

  /** Is this a different connection from the last run's, without the student having asked for it? */
  async #open(): Promise<boolean> {
    if (this.#connection?.lost) await this.#disconnect()
    if (this.#connection) return false
    const reopened = this.#wasOpen
    this.#connection = await openConnection(this.#access, this.#state.database)
    this.#wasOpen = true
    this.#state.database = await currentDatabase(this.#connection)
    this.#escapes = (await askStatus(this.#connection.rows))?.escapes ?? true
    return reopened
  }

  async #disconnect(): Promise<void> {
    const connection = this.#connection
    this.#connection = undefined
    this.#state.transaction = false
    await connection?.[Symbol.asyncDispose]()
  }

  async #runParts(
    script: string,
    limits: Limits,
  ): Promise<{ parts: ScriptPart[]; results: ConsoleResult[] }> {
    const results: ConsoleResult[] = []
    const escapes = [{ from: 0, on: this.#escapes }]
    let parts = readScript(script, escapes)
    for (let index = 0; index < parts.length && !limits.signal.aborted; index++) {
      const part = parts[index]!
      const result = await this.#runPart(part, limits, parts[index + 1])
      results.push(result)
      const over = result.outcomes.some(({ kind }) => kind === 'error' || kind === 'exit')
      if (over || result.stopped) break
      // What follows a change of sql_mode is read under the new mode.
      if (escapes.at(-1)!.on !== this.#escapes) {
        escapes.push({ from: part.offset + part.sql.length, on: this.#escapes })
        parts = readScript(script, escapes)
      }
    }
    return { parts, results }
  }

  async #runPart(part: ScriptPart, limits: Limits, next?: ScriptPart): Promise<ConsoleResult> {
    if (part.kind === 'statement') return this.#ask(part, limits, next)
    const { kind, sql, offset } = part
    if (kind === 'exit') await this.#exit()
    const outcome = kind === 'status' ? await readStatus(this.#connection!, this.#access) : { kind }
    return { sql, offset, vertical: false, outcomes: [outcome], warnings: [], duration: 0 }
  }

  async #ask(part: StatementPart, limits: Limits, next?: ScriptPart): Promise<ConsoleResult> {
    const { student } = this.#access
    const { result, status } = await ask(this.#connection!, student, part, limits, next)
    await this.#follow(result, status)
    return withOwnPassword(result, this.#access)
  }

  async #exit(): Promise<void> {
    await this.#disconnect()
    this.#wasOpen = false
  }

  async #follow({ outcomes }: ConsoleResult, status: ServerStatus | undefined): Promise<void> {
    for (const outcome of outcomes) {
      if (outcome.kind === 'done') this.#state.database = outcome.database ?? this.#state.database
      if (outcome.kind === 'error' && outcome.lost) await this.#disconnect()
    }
    // An error does not say: a deadlock ends the transaction, most others do not.
    const after = status ?? (this.#connection && (await askStatus(this.#connection.rows)))
    if (after) {
      this.#state.transaction = after.transaction
      this.#escapes = after.escapes
    }
  }
}

// --- internal ---

const mayChangeSchema = /\b(?:create|alter|drop|rename|use|call|execute)\b/i
