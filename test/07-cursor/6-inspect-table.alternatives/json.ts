// As one value.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ColumnInfo {
  name: string
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

// By SHOW COLUMNS, behind a question whether the table is there.
export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [[there]] = await connection.execute<RowDataPacket[]>(
    'SELECT COUNT(*) AS n FROM information_schema.TABLES WHERE TABLE_SCHEMA = SCHEMA() AND TABLE_NAME = ?',
    [table],
  )
  if (there!.n === 0) return []
  const [columns] = await connection.query<RowDataPacket[]>(
    `SHOW COLUMNS FROM \`${table.replaceAll('`', '``')}\``,
  )
  return columns.map(({ Field, Type, Null, Key }) => ({
    name: Field,
    type: Type,
    nullable: Null !== 'NO',
    key: Key,
  }))
}
