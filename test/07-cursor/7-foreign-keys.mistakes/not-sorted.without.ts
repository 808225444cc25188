import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ForeignKey {
  table: string
  column: string
  references: string
  onDelete: string
}

export async function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  const [rows] = await connection.query<(ForeignKey & RowDataPacket)[]>(
    `SELECT k.TABLE_NAME AS \`table\`, k.COLUMN_NAME AS \`column\`,
       CONCAT(k.REFERENCED_TABLE_NAME, '.', k.REFERENCED_COLUMN_NAME) AS \`references\`, r.DELETE_RULE AS onDelete
     FROM information_schema.KEY_COLUMN_USAGE k
     JOIN information_schema.REFERENTIAL_CONSTRAINTS r
       ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.TABLE_NAME = k.TABLE_NAME AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
     WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL
     `,
  )
  return rows
}
