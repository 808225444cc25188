import { escapeId } from 'mysql2'
import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'

// First the account, then the database.
export async function checkConnection({
  database = '',
  ...account
}: ConnectionOptions): Promise<'ok' | 'refused' | 'access-denied' | 'unknown-database'> {
  let connection: Connection | undefined
  try {
    connection = await createConnection(account)
    await connection.query(`USE ${escapeId(database, true)}`)
    return 'ok'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ECONNREFUSED') return 'refused'
    if (/^ER_(DB)?ACCESS_DENIED_ERROR$/.test(code ?? '')) return 'access-denied'
    if (code === 'ER_BAD_DB_ERROR') return 'unknown-database'
    throw error
  } finally {
    connection?.destroy()
  }
}
