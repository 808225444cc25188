import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What the server knows about one column. */
export interface ColumnInfo {
  name: string
  /** With its length or its list: `varchar(255)`, `enum('user','ai')`. */
  type: string
  nullable: boolean
  key: '' | 'PRI' | 'UNI' | 'MUL'
}

// Worked out from the indexes.
export async function inspectTable(connection: Connection, table: string): Promise<ColumnInfo[]> {
  const [columns] = await connection.execute<ColumnRow[]>(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, (SELECT CASE WHEN MAX(INDEX_NAME = 'PRIMARY') THEN 'PRI'
         WHEN MAX(NON_UNIQUE = 0 AND SEQ_IN_INDEX = 1 AND (SELECT COUNT(*) FROM information_schema.STATISTICS t
           WHERE t.TABLE_SCHEMA = s.TABLE_SCHEMA AND t.TABLE_NAME = s.TABLE_NAME AND t.INDEX_NAME = s.INDEX_NAME) = 1) THEN 'UNI'
         WHEN MAX(SEQ_IN_INDEX = 1) THEN 'MUL' ELSE '' END
        FROM information_schema.STATISTICS s WHERE s.TABLE_SCHEMA = c.TABLE_SCHEMA AND s.TABLE_NAME = c.TABLE_NAME
          AND s.COLUMN_NAME = c.COLUMN_NAME) AS \`key\`
     FROM information_schema.COLUMNS AS c
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?
     ORDER BY ORDINAL_POSITION`,
    [table],
  )
  return columns.map((column) => ({
    ...column,
    nullable: column.nullable === 'YES',
    key: column.key ?? '',
  }))
}

type ColumnRow = RowDataPacket & Omit<ColumnInfo, 'nullable'> & { nullable: 'YES' | 'NO' }
