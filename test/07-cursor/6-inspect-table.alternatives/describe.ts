import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

// The server's own short form; error 1146 says that there is no such table.
export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  try {
    const [columns] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
    return columns.map(({ Field, Type, Null, Key }) => ({
      name: Field,
      type: Type,
      nullable: Null === 'YES',
      key: Key,
    }))
  } catch (error) {
    if ((error as { code?: string }).code === 'ER_NO_SUCH_TABLE') return []
    throw error
  }
}
