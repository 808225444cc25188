import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      `SHOW COLUMNS FROM ${escapeId(table, true)}`,
    )
    return rows.map(({ Field, Type, Null, Key }) => ({
      name: Field,
      type: Type,
      nullable: Null === 'YES',
      key: Key,
    }))
  } catch (error) {
    const { errno, sqlState, message } = error as any
    if (/doesn't exist/.test(message)) return []
    throw error
  }
}
