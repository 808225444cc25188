import type { Connection, RowDataPacket } from 'mysql2/promise'
import { escapeId } from 'mysql2'
// Types are written in lower case; the list of an ENUM is not.
export async function describeTable(connection: Connection, table: string): Promise<object[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map((r) => ({
    name: r.Field,
    type: r.Type.toLowerCase(),
    nullable: r.Null === 'YES',
    default: r.Default,
  }))
}
