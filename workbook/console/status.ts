import type { RowDataPacket } from 'mysql2'
import type { DatabaseAccess } from '../database/types.ts'
import { ownStatement, type ConsoleConnection } from './connection.ts'
import type { ClientOutcome } from './results.ts'

/** What `\s` of the `mysql` client shows, as far as it is useful here. */
export async function readStatus(
  { connection }: ConsoleConnection,
  { student }: DatabaseAccess,
): Promise<ClientOutcome> {
  const [[row = []]] = await connection.query<RowDataPacket[][]>({
    sql: ownStatement(
      'SELECT CONNECTION_ID(), DATABASE(), CURRENT_USER(), VERSION(), @@character_set_client, @@autocommit',
    ),
    rowsAsArray: true,
  })
  const [id, database, user, version, characterSet, autocommit] = row.map((value) =>
    String(value ?? ''),
  )
  return {
    kind: 'status',
    lines: [
      ['connection', id!],
      ['database', database!],
      ['user', user!],
      ['version', version!],
      ['server', `${student.host}:${student.port}`],
      ['characterSet', characterSet!],
      ['autocommit', autocommit!],
    ],
  }
}

/** The current database of a new connection; empty where there is none. */
export async function currentDatabase({ connection }: ConsoleConnection): Promise<string> {
  const [[row]] = await connection.query<RowDataPacket[]>(ownStatement('SELECT DATABASE() AS name'))
  return String(row?.name ?? '')
}
