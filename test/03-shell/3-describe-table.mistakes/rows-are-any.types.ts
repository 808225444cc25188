import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// The columns of DESCRIBE, and not one of them in the type.
export async function describeTable(connection: Connection, table: string): Promise<any[]> {
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
