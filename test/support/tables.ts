import { escapeId } from 'mysql2'
import type { Connection, RowDataPacket } from 'mysql2/promise'
import { isDeepStrictEqual } from 'node:util'
import type { Row, TableChange } from '../../workbook/verdict.ts'

/** Every table of a schema with its rows and its primary key, as another connection sees them: committed rows only. */
export type Snapshot = Map<string, { key: string[]; rows: Row[] }>

/** Takes a snapshot. Tables of more rows than `most` are cut there. `admin` comes from openAdmin(). */
export async function takeSnapshot(
  admin: Connection,
  schema: string,
  most = 500,
): Promise<Snapshot> {
  const [tables] = await admin.query<(RowDataPacket & { name: string; key: string | null })[]>(
    `SELECT t.TABLE_NAME AS name, GROUP_CONCAT(c.COLUMN_NAME ORDER BY c.ORDINAL_POSITION) AS \`key\`
     FROM information_schema.TABLES t
     LEFT JOIN information_schema.COLUMNS c
       ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME AND c.COLUMN_KEY = 'PRI'
     WHERE t.TABLE_SCHEMA = ? AND t.TABLE_TYPE = 'BASE TABLE' GROUP BY t.TABLE_NAME`,
    [schema],
  )
  const rows = await readAll(admin, schema, tables, most)
  return new Map(
    tables.map(({ name, key }, index) => [
      name,
      { key: key?.split(',') ?? [], rows: rows[index]!.map((row) => ({ ...row }) as Row) },
    ]),
  )
}

/** What differs between two snapshots, table by table. A table that was added or removed shows all its rows. */
export function compareSnapshots(before: Snapshot, after: Snapshot): TableChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((table) => {
    const change = compareTable(table, before.get(table), after.get(table))
    const existed = before.has(table) === after.has(table)
    return existed && change.added.length + change.removed.length + change.changed.length === 0
      ? []
      : [change]
  })
}

// --- internal ---

/** The rows of each table, asked for at once. */
async function readAll(
  admin: Connection,
  schema: string,
  tables: readonly { name: string }[],
  most: number,
): Promise<RowDataPacket[][]> {
  if (tables.length === 0) return []
  const statements = tables.map(({ name }) => {
    // A name may contain a dot, which `??` would treat as a border.
    return `SELECT * FROM ${escapeId(schema, true)}.${escapeId(name, true)} LIMIT ${most}`
  })
  const [rows] = await admin.query<RowDataPacket[][]>(statements.join('; '))
  return tables.length === 1 ? [rows as RowDataPacket[]] : rows
}

function compareTable(
  table: string,
  before: { key: string[]; rows: Row[] } = { key: [], rows: [] },
  after: { key: string[]; rows: Row[] } = { key: [], rows: [] },
): TableChange {
  const key = after.key.length > 0 ? after.key : before.key
  const identify = (row: Row) =>
    JSON.stringify(key.length > 0 ? key.map((column) => row[column]) : row)
  const old = new Map(before.rows.map((row) => [identify(row), row]))
  const now = new Map(after.rows.map((row) => [identify(row), row]))
  return {
    table,
    added: after.rows.filter((row) => !old.has(identify(row))),
    removed: before.rows.filter((row) => !now.has(identify(row))),
    changed: after.rows.flatMap((row) => {
      const previous = old.get(identify(row))
      return previous && !isDeepStrictEqual(previous, row) ? [{ before: previous, after: row }] : []
    }),
  }
}
