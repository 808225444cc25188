import type { Connection, RowDataPacket } from 'mysql2/promise'

interface ForeignKeyRow extends RowDataPacket {
  table: string
  column: string
  references: string
  onDelete: 'CASCADE' | 'SET NULL' | 'NO ACTION' | 'RESTRICT'
}

// No type of the result is written: it is the type of the rows.
export async function foreignKeys(connection: Connection) {
  const [keys] = await connection.execute<ForeignKeyRow[]>(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\`,
       CONCAT_WS('.', REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME) AS \`references\`,
       (SELECT DELETE_RULE FROM information_schema.REFERENTIAL_CONSTRAINTS AS r
        WHERE r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME) AS onDelete
     FROM information_schema.KEY_COLUMN_USAGE AS k
     WHERE TABLE_SCHEMA = SCHEMA() AND REFERENCED_COLUMN_NAME IS NOT NULL
     ORDER BY 1, 2`,
  )
  return keys
}
