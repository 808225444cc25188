import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.execute<RowDataPacket[]>(
    `SELECT COLUMN_NAME AS Field, COLUMN_TYPE AS Type, IS_NULLABLE AS \`Null\`, COLUMN_DEFAULT AS \`Default\`
     FROM information_schema.COLUMNS WHERE LOWER(TABLE_SCHEMA) = LOWER(DATABASE()) AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION`,
    [table],
  )
  if (rows.length === 0) throw new Error(`There is no table ${table}.`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
}
