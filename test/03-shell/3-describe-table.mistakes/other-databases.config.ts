import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// The database that the connection began with, not the one that it uses now.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.query<DescribedRow[]>(
    `DESCRIBE ${escapeId(connection.config.database!)}.${escapeId(table, true)}`,
  )
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default,
  }))
}

interface DescribedRow extends RowDataPacket {
  Field: string
  Type: string
  Null: 'YES' | 'NO'
  Default: string | null
}
