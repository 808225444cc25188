import { escapeId } from 'mysql2'
import type { Connection } from 'mysql2/promise'

// DESCRIBE as it comes: Field, Type, Null, Key, Default, Extra.
export async function inspectTable(connection: Connection, table: string): Promise<any> {
  const [columns] = await connection.query(`DESCRIBE ${escapeId(table, true)}`)
  return columns
}
