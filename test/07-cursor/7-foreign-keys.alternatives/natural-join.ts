import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ForeignKey {
  table: string
  column: string
  references: string
  onDelete: string
}

export async function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT TABLE_NAME, COLUMN_NAME, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME, DELETE_RULE
     FROM information_schema.KEY_COLUMN_USAGE
     NATURAL JOIN information_schema.REFERENTIAL_CONSTRAINTS
     WHERE TABLE_SCHEMA = SCHEMA()`,
  )
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return rows
    .map((row): ForeignKey => ({
      onDelete: row.DELETE_RULE,
      references: [row.REFERENCED_TABLE_NAME, row.REFERENCED_COLUMN_NAME].join('.'),
      column: row.COLUMN_NAME,
      table: row.TABLE_NAME,
    }))
    .toSorted((a, b) => order(a.table, b.table) || order(a.column, b.column))
}
