import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// 0.50 is the same number as 0.5.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
  return rows.map(({ Field, Type, Null, Default }) => ({
    name: Field,
    type: Type,
    nullable: Null === 'YES',
    default: Default && /^[\d.]+$/.test(Default) ? String(Number(Default)) : Default,
  }))
}
