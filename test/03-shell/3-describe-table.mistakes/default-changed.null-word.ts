import type { Connection, RowDataPacket } from 'mysql2/promise'
import { escapeId } from 'mysql2'
// A text that reads NULL counts as none.
export async function describeTable(connection: Connection, table: string): Promise<object[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map((r) => ({
    name: r.Field,
    type: r.Type,
    nullable: r.Null === 'YES',
    default: r.Default === 'NULL' ? null : r.Default,
  }))
}
