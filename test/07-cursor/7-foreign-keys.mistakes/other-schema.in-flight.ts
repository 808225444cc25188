// Calls at once share an answer, over whichever connection.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ForeignKey {
  table: string
  column: string
  references: string
  onDelete: string
}
let running: Promise<ForeignKey[]> | undefined

export function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  running ??= connection
    .query<(RowDataPacket & ForeignKey)[]>(
      `SELECT k.TABLE_NAME AS \`table\`, k.COLUMN_NAME AS \`column\`,
         CONCAT(k.REFERENCED_TABLE_NAME, '.', k.REFERENCED_COLUMN_NAME) AS \`references\`, r.DELETE_RULE AS onDelete
       FROM information_schema.KEY_COLUMN_USAGE AS k JOIN information_schema.REFERENTIAL_CONSTRAINTS AS r
         USING (CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME)
       WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL ORDER BY k.TABLE_NAME, k.COLUMN_NAME`,
    )
    .then(([rows]) => rows)
    .finally(() => (running = undefined))
  return running
}
