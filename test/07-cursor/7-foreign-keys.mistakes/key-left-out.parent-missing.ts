// A key whose parent table is not there (made with foreign_key_checks = 0) is left out by the join with its column.
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** One column that points at a column of another table. */
export interface ForeignKey {
  table: string
  column: string
  /** The table and the column that it points at: `conversations.id`. */
  references: string
  /** What happens to the row when the one that it points at is deleted: `CASCADE`, `SET NULL`, `NO ACTION`. */
  onDelete: string
}

interface Row extends RowDataPacket {
  table: string
  column: string
  references: string
  onDelete: string
}

const sql = `SELECT k.TABLE_NAME AS \`table\`, k.COLUMN_NAME AS \`column\`,
    CONCAT(k.REFERENCED_TABLE_NAME, '.', k.REFERENCED_COLUMN_NAME) AS \`references\`,
    r.DELETE_RULE AS onDelete
  FROM information_schema.KEY_COLUMN_USAGE AS k
  JOIN information_schema.REFERENTIAL_CONSTRAINTS AS r
    USING (CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME)
  JOIN information_schema.COLUMNS AS parent
    ON parent.TABLE_SCHEMA = k.REFERENCED_TABLE_SCHEMA AND parent.TABLE_NAME = k.REFERENCED_TABLE_NAME
    AND parent.COLUMN_NAME = k.REFERENCED_COLUMN_NAME
  WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL
  ORDER BY k.TABLE_NAME, k.COLUMN_NAME`

export async function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  const [rows] = await connection.query<Row[]>(sql)
  return rows
}
