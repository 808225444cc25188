import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function describeTable(connection: Connection, table: string): Promise<unknown[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows
    .filter((row) => !String(row.Extra).includes('INVISIBLE'))
    .map(({ Field, Type, Null, Default }) => ({
      name: Field,
      type: Type,
      nullable: Null === 'YES',
      default: Default,
    }))
}
