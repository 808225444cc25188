import type { Connection, RowDataPacket } from 'mysql2/promise'
import { quoteName } from '../database/quote.ts'
import type { TableView } from './types.ts'

/** The rows of a table: those that are committed, and those that would be if everything were. */
export async function readTable(
  observer: Connection,
  schema: string,
  name: string,
): Promise<TableView> {
  const sql = `SELECT * FROM ${quoteName(schema)}.${quoteName(name)} ORDER BY 1 LIMIT 20`
  const read = async (level: string) => {
    // Only for the next transaction: the observer itself looks at everything.
    await observer.query(`SET TRANSACTION ISOLATION LEVEL ${level}`)
    return observer.query<RowDataPacket[]>({ sql, rowsAsArray: true, dateStrings: true })
  }
  const [committed, fields] = await read('READ COMMITTED')
  const [pending] = await read('READ UNCOMMITTED')
  return {
    name,
    columns: fields.map((field) => field.name),
    committed: committed.map(textsOf),
    pending: pending.map(textsOf),
  }
}

export async function listTables(observer: Connection, schema: string): Promise<string[]> {
  const [rows] = await observer.query<(RowDataPacket & { name: string })[]>(
    'SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? ORDER BY 1',
    [schema],
  )
  return rows.map(({ name }) => name)
}

// --- internal ---

function textsOf(row: RowDataPacket): (string | null)[] {
  return (row as unknown as unknown[]).map((cell) => (cell === null ? null : String(cell)))
}
