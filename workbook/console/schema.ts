import type { RowDataPacket } from 'mysql2'
import { connect } from '../database/connect.ts'
import { isOwnSchema } from '../database/own-schema.ts'
import type { DatabaseAccess } from '../database/types.ts'

/** A table of the current database, as the page's picture and the completion need it. */
export interface SchemaTable {
  name: string
  view: boolean
  columns: SchemaColumn[]
}

export interface SchemaColumn {
  name: string
  /** `varchar(255)` */
  type: string
  nullable: boolean
  /** As `DESCRIBE` shows it. */
  key: 'PRI' | 'UNI' | 'MUL' | ''
  references?: { table: string; column: string }
}

/**
 * Reads the tables of a schema through the administrator, with the log off: the statement log belongs to what the
 * student types.
 */
export async function readSchema(access: DatabaseAccess, schema: string): Promise<SchemaTable[]> {
  if (!isOwnSchema(access, schema)) return []
  await using own = await connect(access.admin)
  await own.connection.query('SET SESSION sql_log_off = ON').catch(() => {})
  const [tables] = await own.connection.query<TableRow[]>(tablesSql, [schema])
  const [columns] = await own.connection.query<ColumnRow[]>(columnsSql, [schema])
  return tables.map(({ name, type }) => ({
    name,
    view: type === 'VIEW',
    columns: columns.filter(({ table }) => table === name).map(columnOf),
  }))
}

// --- internal ---

type TableRow = RowDataPacket & { name: string; type: string }
type ColumnRow = RowDataPacket &
  Omit<SchemaColumn, 'nullable' | 'references'> & {
    table: string
    nullable: 'YES' | 'NO'
    parentTable: string | null
    parentColumn: string | null
  }

const tablesSql = `
  SELECT TABLE_NAME AS name, TABLE_TYPE AS type FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = ? ORDER BY TABLE_NAME`

/** A column with two foreign keys shows the first. */
const columnsSql = `
  SELECT c.TABLE_NAME AS \`table\`, c.COLUMN_NAME AS name, c.COLUMN_TYPE AS type, c.IS_NULLABLE AS nullable,
    c.COLUMN_KEY AS \`key\`, MIN(k.REFERENCED_TABLE_NAME) AS parentTable,
    MIN(k.REFERENCED_COLUMN_NAME) AS parentColumn
  FROM information_schema.COLUMNS c
  LEFT JOIN information_schema.KEY_COLUMN_USAGE k
    ON k.TABLE_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME AND k.COLUMN_NAME = c.COLUMN_NAME
    AND k.REFERENCED_TABLE_SCHEMA = c.TABLE_SCHEMA
  WHERE c.TABLE_SCHEMA = ?
  GROUP BY c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, c.IS_NULLABLE, c.COLUMN_KEY, c.ORDINAL_POSITION
  ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`

function columnOf({
  name,
  type,
  nullable,
  key,
  parentTable,
  parentColumn,
}: ColumnRow): SchemaColumn {
  return {
    name,
    type,
    nullable: nullable === 'YES',
    key,
    ...(parentTable &&
      parentColumn && { references: { table: parentTable, column: parentColumn } }),
  }
}
