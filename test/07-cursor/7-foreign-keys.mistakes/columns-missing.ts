import type { Connection } from 'mysql2/promise'

// One entry for each constraint: of a key with two columns the second is lost.
export async function foreignKeys(connection: Connection): Promise<any> {
  const [keys] = await connection.query(
    `SELECT k.TABLE_NAME AS \`table\`, k.COLUMN_NAME AS \`column\`,
       CONCAT(k.REFERENCED_TABLE_NAME, '.', k.REFERENCED_COLUMN_NAME) AS \`references\`,
       r.DELETE_RULE AS onDelete
     FROM information_schema.REFERENTIAL_CONSTRAINTS AS r
     JOIN information_schema.KEY_COLUMN_USAGE AS k
       USING (CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME)
     WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL AND k.ORDINAL_POSITION = 1
     ORDER BY k.TABLE_NAME, k.COLUMN_NAME`,
  )
  return keys
}
