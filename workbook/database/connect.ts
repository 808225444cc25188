import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { accountOptions, type Account } from './types.ts'

/** A connection that closes itself at the end of its scope. */
export interface OwnConnection extends AsyncDisposable {
  readonly connection: Connection
}

/**
 * Opens a connection for the workbook's own work. Dispose of it with `await using`.
 * @throws {WorkbookError} CONNECTION_REFUSED, ACCESS_DENIED, SERVER_FAILED
 */
export async function connect(
  account: Account,
  options: ConnectionOptions = {},
): Promise<OwnConnection> {
  try {
    const connection = await createConnection({
      ...accountOptions(account),
      connectTimeout: 10_000,
      ...options,
    })
    // The server may go away under an idle connection; the next query finds out.
    connection.on('error', () => {})
    return { connection, [Symbol.asyncDispose]: () => close(connection) }
  } catch (cause) {
    throw explain(cause, account)
  }
}

/** Does a server answer to this account? */
export async function answers(account: Account): Promise<boolean> {
  try {
    await using own = await connect(account)
    await own.connection.query('SELECT 1')
    return true
  } catch {
    return false
  }
}

// --- internal ---

async function close(connection: Connection): Promise<void> {
  await connection.end().catch(() => connection.destroy())
}

function explain(cause: unknown, { host, port, user }: Account): WorkbookError {
  const { code, errno, message } = cause as NodeJS.ErrnoException
  const params = { server: `${host}:${port}`, user, reason: message }
  // 1045 wrong password, 1698 and 1130 account not allowed from here; 1044 schema: reported as it came.
  if (errno === 1045 || errno === 1698 || errno === 1130) {
    return new WorkbookError(say('db.access-denied', params), say('db.access-denied.next'), {
      code: 'ACCESS_DENIED',
      cause,
    })
  }
  // 3159 require_secure_transport; 1040 max_connections, 1203 and 1226 those of one account.
  if (errno === 3159) {
    return new WorkbookError(say('db.tls-required', params), say('db.tls-required.next'), {
      code: 'SERVER_FAILED',
      cause,
    })
  }
  if (errno === 1040 || errno === 1203 || errno === 1226) {
    const next = say('db.too-many-connections.next')
    return new WorkbookError(say('db.too-many-connections', params), next, {
      code: 'SERVER_FAILED',
      cause,
    })
  }
  if (errno === 1049) {
    return new WorkbookError(say('db.no-database', params), say('db.no-database.next'), {
      code: 'SERVER_FAILED',
      cause,
    })
  }
  if (
    ['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'].includes(
      code ?? '',
    )
  ) {
    return new WorkbookError(
      say('db.connection-refused', { ...params, reason: code ?? '' }),
      say('db.connection-refused.next'),
      { code: 'CONNECTION_REFUSED', cause },
    )
  }
  return new WorkbookError(say('db.connection-failed', params), say('db.connection-failed.next'), {
    code: 'SERVER_FAILED',
    cause,
  })
}
