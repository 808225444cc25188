import type { Connection, RowDataPacket } from 'mysql2/promise'
import { groupBy } from './group-by.ts'

/** A foreign key within one schema: the columns of the child, and those of the parent that they refer to. */
export interface ForeignKey {
  child: string
  columns: string[]
  parent: string
  referenced: string[]
  /** `CASCADE`, `SET NULL`, `NO ACTION`, `RESTRICT` */
  onDelete: string
  onUpdate: string
}

/** The foreign keys that a schema has now. */
export async function readForeignKeys(admin: Connection, schema: string): Promise<ForeignKey[]> {
  const [rows] = await admin.query<KeyRow[]>(
    `SELECT k.CONSTRAINT_NAME AS name, k.TABLE_NAME AS child, k.COLUMN_NAME AS \`column\`,
       k.REFERENCED_TABLE_NAME AS parent, k.REFERENCED_COLUMN_NAME AS referenced,
       r.DELETE_RULE AS onDelete, r.UPDATE_RULE AS onUpdate
     FROM information_schema.REFERENTIAL_CONSTRAINTS r
     JOIN information_schema.KEY_COLUMN_USAGE k USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME)
     WHERE CONSTRAINT_SCHEMA = ? AND k.REFERENCED_TABLE_SCHEMA = CONSTRAINT_SCHEMA
     ORDER BY k.CONSTRAINT_NAME, k.ORDINAL_POSITION`,
    [schema],
  )
  return [...groupBy(rows, ({ name }) => name).values()].map((columns) => {
    const { child, parent, onDelete, onUpdate } = columns[0]!
    return {
      child,
      columns: columns.map(({ column }) => column),
      parent,
      referenced: columns.map(({ referenced }) => referenced),
      onDelete,
      onUpdate,
    }
  })
}

// --- internal ---

type KeyRow = RowDataPacket &
  Record<'name' | 'child' | 'column' | 'parent' | 'referenced' | 'onDelete' | 'onUpdate', string>
