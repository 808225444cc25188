import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function inspectTable(connection: Connection, table: string): Promise<any> {
  const [columns] = await connection.query<RowDataPacket[]>(`SHOW COLUMNS FROM \`${table}\``)
  return columns.map(({ Field, Type, Null, Key }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    key: Key,
  }))
}
