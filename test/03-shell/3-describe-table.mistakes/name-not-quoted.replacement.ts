import type { Connection, RowDataPacket } from 'mysql2/promise'

// To replace(), $& and $$ in a name mean something.
export async function describeTable(connection: Connection, table: string): Promise<unknown[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'DESCRIBE `name`'.replace('name', table.replaceAll('`', '``')),
  )
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
}
