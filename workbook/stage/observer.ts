import type { Connection, RowDataPacket } from 'mysql2/promise'
import { connect, type OwnConnection } from '../database/connect.ts'
import { createSchema, dropSchema } from '../database/practice.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { readDeadlock } from './deadlock.ts'
import { readRowLocks, readTableWaits, readWaits, type Wait } from './locks.ts'
import { listTables, readTable } from './tables.ts'
import type { DeadlockView, LocksView, TableView } from './types.ts'

type NameOf = (connection: number) => string | undefined

/** Looks at a scene from outside, as the administrator; creates its schema and drops it. */
export class Observer {
  /** May the administrator see the locks? On a server that is not ours, perhaps not. */
  readonly seesLocks: boolean
  readonly #own: OwnConnection
  readonly #schema: string
  #tables: TableView[] = []

  private constructor(own: OwnConnection, schema: string, seesLocks: boolean) {
    this.#own = own
    this.#schema = schema
    this.seesLocks = seesLocks
  }

  static async open({ admin }: DatabaseAccess, schema: string): Promise<Observer> {
    const own = await connect(admin)
    const { connection } = own
    await connection.query('SET SESSION sql_log_off = ON').catch(() => {})
    // What the server's own locks hide from us is read at the next look.
    await connection.query('SET SESSION lock_wait_timeout = 1')
    await createSchema(connection, schema)
    const seesLocks = await readWaits(connection).then(
      () => true,
      () => false,
    )
    return new Observer(own, schema, seesLocks)
  }

  waits(): Promise<Wait[]> {
    return readWaits(this.#connection)
  }

  async locks(nameOf: NameOf): Promise<LocksView> {
    if (!this.seesLocks) return { hidden: true }
    await this.#seeAll()
    const indexes = await readRowLocks(this.#connection, this.#schema, nameOf)
    return {
      hidden: false,
      indexes,
      tables: await readTableWaits(this.#connection, this.#schema, nameOf),
    }
  }

  /** @param stuck DDL waits: a session that asks for its table now would wait behind it, so the last look counts */
  async tables(stuck: boolean): Promise<TableView[]> {
    if (stuck) return this.#tables
    const names = await listTables(this.#connection, this.#schema)
    const read = []
    for (const name of names) {
      const table = readTable(this.#connection, this.#schema, name)
      // DDL has it: the last look counts here, too.
      read.push(await table.catch(() => this.#tables.find((one) => one.name === name)))
    }
    return (this.#tables = read.filter((table) => table !== undefined))
  }

  async deadlock(nameOf: NameOf): Promise<DeadlockView | undefined> {
    const asked = this.#connection.query<RowDataPacket[]>('SHOW ENGINE INNODB STATUS')
    const [[row]] = await asked.catch(() => [[]])
    return readDeadlock(String(row?.Status ?? ''), nameOf)
  }

  /** Ends these connections of the scene, whatever they wait for, and drops the schema. */
  async close(connections: number[]): Promise<void> {
    for (const id of connections) await this.#connection.query(`KILL ${id}`).catch(() => {})
    await this.#connection.query('SET SESSION lock_wait_timeout = 30')
    await dropSchema(this.#connection, this.#schema)
    await this.#own[Symbol.asyncDispose]()
  }

  get #connection(): Connection {
    return this.#own.connection
  }

  /** The entries of an index are drawn together with the pending ones. */
  async #seeAll(): Promise<void> {
    await this.#connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED')
  }
}
