import type { Connection as CallbackConnection, ConnectionOptions } from 'mysql2'
import type { OwnConnection } from '../database/connect.ts'
import { connectStudent } from '../database/student.ts'
import type { DatabaseAccess } from '../database/types.ts'

/** The one connection of a console: what a student types in a session happens in one session of the server. */
export interface ConsoleConnection extends OwnConnection {
  /** The same connection, as the driver hands out rows one by one. */
  readonly rows: CallbackConnection
  /** Has the server, or somebody else, closed it? */
  readonly lost: boolean
}

/**
 * Opens the student's connection with `schema` as the current database, or without one if that schema is gone.
 * @throws {WorkbookError} CONNECTION_REFUSED, ACCESS_DENIED, SERVER_FAILED
 */
export async function openConnection(
  access: DatabaseAccess,
  schema: string,
): Promise<ConsoleConnection> {
  const own = await connectStudent(access, { ...options, database: schema }).catch(
    (error: unknown) => {
      const { errno } = (error as { cause: { errno?: number } }).cause
      if (errno !== unknownDatabase && errno !== databaseDenied) throw error
      return connectStudent(access, options)
    },
  )
  let lost = false
  for (const event of ['error', 'end']) own.connection.on(event, () => (lost = true))
  return {
    connection: own.connection,
    // The promise wrapper's own property, which its types leave out.
    rows: (own.connection as unknown as { connection: CallbackConnection }).connection,
    get lost() {
      return lost
    },
    [Symbol.asyncDispose]: () => own[Symbol.asyncDispose](),
  }
}

/** Marks a statement that the console sends by itself, so that practice-log.ts leaves it out. */
export function ownStatement(sql: string): string {
  return `/* ApplicationName=MySQL workbook - Main */ ${sql}`
}

// --- internal ---

const unknownDatabase = 1049
const databaseDenied = 1044

const options: ConnectionOptions = {
  // As the `mysql` client: no file of this machine is sent, and `affected` counts what was changed.
  flags: ['-LOCAL_FILES', '-FOUND_ROWS'],
  supportBigNumbers: true,
  bigNumberStrings: true,
}
