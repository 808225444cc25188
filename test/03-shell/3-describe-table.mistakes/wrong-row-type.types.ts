import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Column {
  name: string
  type: string
  nullable: unknown
  default: string | null
}

// Of nullable the type says nothing, and the caller can do nothing with it.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.query<DescribedRow[]>(`DESCRIBE ${escapeId(table, true)}`)
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
