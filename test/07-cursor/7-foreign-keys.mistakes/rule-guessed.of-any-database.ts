import type { Connection, RowDataPacket } from 'mysql2/promise'

// Asks for the rules of all databases: of two keys with the same names, the last one wins.
export async function foreignKeys(
  connection: Connection,
): Promise<readonly Record<'table' | 'column' | 'references' | 'onDelete', string>[]> {
  const [columns] = await connection.query<RowDataPacket[]>(
    `SELECT * FROM information_schema.KEY_COLUMN_USAGE
     WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
     ORDER BY TABLE_NAME, COLUMN_NAME`,
  )
  const [rules] = await connection.query<RowDataPacket[]>(
    'SELECT * FROM information_schema.REFERENTIAL_CONSTRAINTS',
  )
  const ruleOf = new Map(
    rules.map((row) => [`${row.TABLE_NAME}.${row.CONSTRAINT_NAME}`, row.DELETE_RULE]),
  )
  return columns.map((row) => ({
    table: row.TABLE_NAME,
    column: row.COLUMN_NAME,
    references: `${row.REFERENCED_TABLE_NAME}.${row.REFERENCED_COLUMN_NAME}`,
    onDelete: ruleOf.get(`${row.TABLE_NAME}.${row.CONSTRAINT_NAME}`),
  }))
}
