import type { Connection } from 'mysql2/promise'

// `references` names only the table.
export async function foreignKeys(connection: Connection): Promise<any> {
  const [keys] = await connection.query(
    `SELECT k.TABLE_NAME AS \`table\`, k.COLUMN_NAME AS \`column\`,
       k.REFERENCED_TABLE_NAME AS \`references\`, r.DELETE_RULE AS onDelete
     FROM information_schema.KEY_COLUMN_USAGE AS k
     JOIN information_schema.REFERENTIAL_CONSTRAINTS AS r
       USING (CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME)
     WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL
     ORDER BY k.TABLE_NAME, k.COLUMN_NAME`,
  )
  return keys
}
