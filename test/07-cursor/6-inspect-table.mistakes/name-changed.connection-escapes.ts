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
      `SHOW COLUMNS FROM ${connection.escapeId(table)}`,
    )
    return rows.map(({ Field, Type, Null, Key }) => ({
      key: Key as ColumnInfo['key'],
      nullable: Null === 'YES',
      type: Type as string,
      name: Field as string,
    }))
  } catch (error) {
    if ((error as { errno?: number }).errno === 1146) return []
    throw error
  }
}
