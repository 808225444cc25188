import type { Connection, RowDataPacket } from 'mysql2/promise'
import { escapeId } from 'mysql2'
// What has an index is "surely never NULL".
export async function describeTable(connection: Connection, table: string): Promise<object[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map((r) => ({
    name: r.Field,
    type: r.Type,
    nullable: r.Null === 'YES' && !r.Key,
    default: r.Default,
  }))
}
