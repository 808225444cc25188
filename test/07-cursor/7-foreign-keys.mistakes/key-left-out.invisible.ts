// Not those whose column is generated or invisible.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ForeignKey {
  table: string
  column: string
  references: string
  onDelete: string
}

export async function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  const [keys] = await connection.query<(RowDataPacket & ForeignKey)[]>(
    `SELECT k.TABLE_NAME AS \`table\`, k.COLUMN_NAME AS \`column\`,
       CONCAT(k.REFERENCED_TABLE_NAME, '.', k.REFERENCED_COLUMN_NAME) AS \`references\`,
       r.DELETE_RULE AS onDelete
     FROM information_schema.KEY_COLUMN_USAGE AS k
     JOIN information_schema.REFERENTIAL_CONSTRAINTS AS r
       ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA
       AND r.TABLE_NAME = k.TABLE_NAME
       AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
     WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL
     AND EXISTS (SELECT 1 FROM information_schema.COLUMNS AS c WHERE c.TABLE_SCHEMA = k.TABLE_SCHEMA AND c.TABLE_NAME = k.TABLE_NAME AND c.COLUMN_NAME = k.COLUMN_NAME AND c.EXTRA = '')
     ORDER BY k.TABLE_NAME, k.COLUMN_NAME`,
  )
  return keys
}
