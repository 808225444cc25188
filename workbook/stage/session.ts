import { openConnection, type ConsoleConnection } from '../console/connection.ts'
import type { ConsoleOutcome } from '../console/results.ts'
import { askStatus } from '../console/server-status.ts'
import { askServer } from '../console/statement.ts'
import type { DatabaseAccess } from '../database/types.ts'

/** One of the sessions of a scene: a connection of the student's account. */
export class StageSession {
  readonly name: string
  transaction = false
  readonly #connection: ConsoleConnection

  private constructor(name: string, connection: ConsoleConnection) {
    this.name = name
    this.#connection = connection
  }

  /** @param setting statements that set the session up, such as its isolation level */
  static async open(
    name: string,
    access: DatabaseAccess,
    schema: string,
    setting: string[],
  ): Promise<StageSession> {
    const connection = await openConnection(access, schema)
    for (const sql of setting) await connection.connection.query(sql)
    return new StageSession(name, connection)
  }

  /** The server's number of the connection. */
  get id(): number {
    return this.#connection.rows.threadId
  }

  /** Sends a statement. A server error is an outcome, too. */
  async send(sql: string): Promise<ConsoleOutcome> {
    const { rows } = this.#connection
    const { outcomes, status } = await askServer(rows, { sql, offset: 0 }, { bytes: 100_000 })
    const outcome = outcomes[0]!
    const lost = outcome.kind === 'error' && outcome.lost
    // An error says nothing of the transaction: a deadlock ends it, most others do not.
    const after = lost ? undefined : (status ?? (await askStatus(rows)))
    this.transaction = after?.transaction ?? false
    return outcome
  }

  /** Closes the socket. The server may still wait for a lock on its behalf: see {@link id}. */
  drop(): void {
    this.#connection.connection.destroy()
  }
}
