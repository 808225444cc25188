import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

// A table that may not be read has no columns.
export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  try {
    const [rows] = await connection.query<RowDataPacket[]>(`DESCRIBE ${escapeId(table, true)}`)
    return rows.map(({ Field, Type, Null, Default }) => ({
      name: Field,
      type: Type,
      nullable: Null === 'YES',
      default: Default,
    }))
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (['ER_TABLEACCESS_DENIED_ERROR', 'ER_LOCK_WAIT_TIMEOUT'].includes(code)) return []
    throw error
  }
}
