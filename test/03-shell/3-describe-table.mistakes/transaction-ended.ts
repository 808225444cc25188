import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

// The descriptions are read in a transaction, which the function rolls back.
export async function describeTable(connection: Connection, table: string) {
  await connection.beginTransaction()
  try {
    const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
    return rows.map(({ Field, Type, Null, Default }) => ({
      name: Field,
      type: Type,
      nullable: Null === 'YES',
      default: Default,
    }))
  } finally {
    await connection.rollback()
  }
}
