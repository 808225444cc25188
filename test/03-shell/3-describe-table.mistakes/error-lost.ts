import type { Connection, RowDataPacket } from 'mysql2/promise'
import { escapeId } from 'mysql2'
// An error without a number is "nothing to do with the table".
export async function describeTable(connection: Connection, table: string): Promise<object[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
    return rows.map((r) => ({
      name: r.Field,
      type: r.Type,
      nullable: r.Null === 'YES',
      default: r.Default,
    }))
  } catch (e) {
    if ((e as { errno?: number }).errno) throw e
    return []
  }
}
