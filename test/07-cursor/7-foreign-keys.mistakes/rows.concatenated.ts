import type { Connection, RowDataPacket } from 'mysql2/promise'

/** Puts each key's columns together on the server, separated by commas. */
export async function foreignKeys(connection: Connection): Promise<ForeignKey[]> {
  const [keys] = await connection.query<(RowDataPacket & ForeignKey & { targets: string })[]>(
    `SELECT k.TABLE_NAME AS \`table\`, GROUP_CONCAT(k.COLUMN_NAME) AS \`column\`,
       GROUP_CONCAT(CONCAT(k.REFERENCED_TABLE_NAME, '.', k.REFERENCED_COLUMN_NAME)) AS targets,
       r.DELETE_RULE AS onDelete
     FROM information_schema.KEY_COLUMN_USAGE AS k
     JOIN information_schema.REFERENTIAL_CONSTRAINTS AS r
       ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA
       AND r.TABLE_NAME = k.TABLE_NAME
       AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
     WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL
     GROUP BY k.TABLE_NAME, k.CONSTRAINT_NAME, r.DELETE_RULE`,
  )
  return keys
    .flatMap(({ table, column, targets, onDelete }) =>
      column.split(',').map((one, index) => ({
        table,
        column: one,
        references: targets.split(',')[index]!,
        onDelete,
      })),
    )
    .toSorted((a, b) =>
      a.table === b.table ? (a.column < b.column ? -1 : 1) : a.table < b.table ? -1 : 1,
    )
}

export interface ForeignKey {
  table: string
  column: string
  references: string
  onDelete: string
}
