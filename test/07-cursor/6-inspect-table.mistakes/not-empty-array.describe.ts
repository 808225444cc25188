import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

// DESCRIBE answers error 1146 when there is no such table.
export async function inspectTable(connection: Connection, table: string): Promise<any> {
  const [columns] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return columns.map(({ Field, Type, Null, Key }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    key: Key,
  }))
}
