import type { ConnectionOptions } from 'mysql2/promise'
import type { ProviderName } from '../config.ts'

/** Where a server listens and one account on it. Plain data: it crosses process borders. */
export interface Account {
  host: string
  port: number
  user: string
  password: string
  /** Are connections encrypted? Without a look at the server's certificate, as with `--ssl-mode=REQUIRED`. */
  encrypted?: boolean
}

/** Everything a process needs to use a running server. Plain data, serialisable. */
export interface DatabaseAccess {
  provider: ProviderName
  /** `SELECT VERSION()`, for instance `9.7.4`. */
  version: string
  /** Sees everything that specs look at; never handed to a student's code. */
  admin: Account
  /** Has all rights on the practice database and on schemas that begin with its name; none elsewhere. */
  student: Account
  /** The practice database, `ai_chat_db` unless `.env` names another. Every other schema of the workbook begins with this name and `_`. */
  practice: string
  /** Is the statement log (general log, as a table) on and readable by `admin`, and where? If not, why, in one sentence. */
  statementLog: { readable: true; table: string } | { readable: false; reason: string }
}

/** A server in use by this process. Disposing leaves it; the last to leave stops what the workbook started. */
export interface DatabaseLease extends AsyncDisposable {
  readonly access: DatabaseAccess
  /** Names this process among the users of the server; part of the names of its schemas: `[a-z0-9]+`. */
  readonly session: string
}

/** Progress of a start, for people: shown as a line or a bar, never parsed. */
export interface StartProgress {
  /** One sentence: what is going on. */
  step(text: string): void
  /** Bytes of a fetch, as they arrive. `total` is undefined while unknown. */
  bytes?(done: number, total: number | undefined): void
  /** Something worth knowing afterwards too, for instance that there is no container. */
  note?(text: string): void
  /** The start is over, successful or not. */
  done?(): void
}

/** A provider that was chosen, not yet running. */
export interface DatabaseProvider {
  readonly name: ProviderName
  /** Does this provider work here? If not, why, and what to do: shown by `doctor`, and when it is forced. */
  probe(
    signal?: AbortSignal,
  ): Promise<{ usable: true; detail: string } | { usable: false; error: Error }>
  /** Brings up a server with an administrator; the accounts and the practice database come later, in the same way for all. */
  start(options: { signal: AbortSignal; progress: StartProgress }): Promise<StartedDatabase>
  /** Stops a server that an earlier process started, known by its handle. Without `wait` it may still be shutting down. */
  stop(handle: StartedDatabase['handle'], admin: Account, wait: boolean): Promise<void>
}

/** A running server, as its provider knows it. Disposing stops what this provider started. */
export interface StartedDatabase extends AsyncDisposable {
  readonly admin: Account
  /** What a later process needs to find this server again and to stop it. Plain data. */
  readonly handle: { pid?: number; born?: string; containerId?: string; image?: string }
}

/** The driver's options for an account. */
export function accountOptions({ host, port, user, password, encrypted }: Account) {
  const ssl = encrypted ? { ssl: { rejectUnauthorized: false } } : {}
  return { host, port, user, password, ...ssl } satisfies ConnectionOptions
}

/** The options of a student's connection to `schema`. */
export function studentOptions(access: DatabaseAccess, schema: string): ConnectionOptions {
  return { ...accountOptions(access.student), database: schema }
}
