import type { Connection, RowDataPacket } from 'mysql2/promise'
import { escapeId } from 'mysql2'
const c = new Map<string, object[]>()
// A table is asked about once.
export async function describeTable(connection: Connection, table: string): Promise<object[]> {
  if (c.has(table)) return c.get(table)!
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  const out = rows.map((r) => ({
    name: r.Field,
    type: r.Type,
    nullable: r.Null === 'YES',
    default: r.Default,
  }))
  c.set(table, out)
  return out
}
