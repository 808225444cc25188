import type { Connection } from 'mysql2/promise'
import type { Cascade, Row, Statement, TableChange } from '../../workbook/verdict.ts'
import { readForeignKeys, type ForeignKey } from './foreign-keys.ts'
import type { Snapshot } from './tables.ts'

/** The changes; each row that a foreign key removed or changed names the parent row that it followed. */
export async function withCascades(
  admin: Connection,
  schema: string,
  changes: TableChange[],
  { before, statements }: { before: Snapshot; statements: readonly Statement[] },
): Promise<TableChange[]> {
  const touched = changes.filter(({ removed, changed }) => removed.length + changed.length > 0)
  if (touched.length === 0 || statements.length === 0) return changes
  return markCascades(changes, await readForeignKeys(admin, schema), { before, statements })
}

/** What {@link withCascades} does, given the foreign keys. */
export function markCascades(
  changes: TableChange[],
  keys: readonly ForeignKey[],
  { before, statements }: { before: Snapshot; statements: readonly Statement[] },
): TableChange[] {
  return changes.map((change) => {
    // Rows that the code may have reached by itself are not attributed to a foreign key.
    if (statements.some((statement) => mayReach(statement, change.table))) return change
    const own = keys.filter(({ child }) => child === change.table)
    const cascades = own.flatMap((key) => {
      const parents = changes.find(({ table }) => table === key.parent)
      const primary = before.get(key.parent)?.key ?? []
      return parents ? followKey(key, change, parents, primary) : []
    })
    return cascades.length > 0 ? { ...change, cascades } : change
  })
}

// --- internal ---

/** A row of the parent that was removed or changed; if changed, with its new values. */
interface LostRow {
  row: Row
  after?: Row
}

function lostRows({ removed, changed }: TableChange): LostRow[] {
  return [
    ...removed.map((row) => ({ row })),
    ...changed.map(({ before, after }) => ({ row: before, after })),
  ]
}

function followKey(
  key: ForeignKey,
  { removed, changed }: TableChange,
  parents: TableChange,
  primary: readonly string[],
): Cascade[] {
  const lost = lostRows(parents)
  const causeOf = (child: Row) => lost.find(({ row }) => refersTo(key, child, row))
  const cascade = (kind: Cascade['kind'], index: number, { row }: LostRow): Cascade => ({
    kind,
    index,
    parent: {
      table: key.parent,
      key: Object.fromEntries(primary.map((column) => [column, row[column] ?? null])),
    },
  })
  return [
    ...removed.flatMap((row, index) => {
      const cause = key.onDelete === 'CASCADE' ? causeOf(row) : undefined
      return cause && !cause.after ? [cascade('removed', index, cause)] : []
    }),
    ...changed.flatMap(({ before, after }, index) => {
      const cause = causeOf(before)
      const followed = cause && isFollowed(key, after, cause.after, parents.added)
      return followed ? [cascade('changed', index, cause)] : []
    }),
  ]
}

/** Does the changed child show what the key's rules do: NULL, or the parent's new value? */
function isFollowed(key: ForeignKey, child: Row, after: Row | undefined, added: Row[]): boolean {
  if (key.columns.every((column) => child[column] === null))
    return (after ? key.onUpdate : key.onDelete) === 'SET NULL'
  // A parent with a new primary key looks like one row removed and another added.
  const parents = after ? [after] : added
  return key.onUpdate === 'CASCADE' && parents.some((parent) => refersTo(key, child, parent))
}

function refersTo({ columns, referenced }: ForeignKey, child: Row, parent: Row): boolean {
  return columns.every((column, index) => {
    const value = child[column]
    return value !== null && value !== undefined && value === parent[referenced[index]!]
  })
}

/** Reading and adding neither remove nor change a row, and neither does creating a table or its key. */
const harmless =
  /^\s*(?:select|show|explain|desc|describe|create|alter|use|set|start|begin|commit|rollback|insert\b(?![^]*\bduplicate\b))\b/i

function mayReach({ command, sql }: Statement, table: string): boolean {
  if (command !== 'Query' && command !== 'Execute') return false
  const name = new RegExp(`(?<![\\w$])${table.replaceAll(/\W/g, '\\$&')}(?![\\w$])`, 'i')
  return !harmless.test(sql) && name.test(sql)
}
