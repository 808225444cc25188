import type { Connection, RowDataPacket } from 'mysql2/promise'
import { quoteName, quoteText } from '../database/quote.ts'
import type { IndexView } from './types.ts'

/** The columns of an index and its entries, the pending ones too, written as `data_locks` writes them: `'a', 5`. */
export async function readIndex(
  observer: Connection,
  schema: string,
  table: string,
  index: string,
): Promise<Pick<IndexView, 'columns' | 'entries'>> {
  const [parts] = await observer.query<PartRow[]>(partsSql, [
    schema,
    table,
    [index, 'PRIMARY'],
    index,
  ])
  const own = parts.filter((part) => part.name === index).map((part) => part.column)
  const key = parts.map((part) => part.column).filter((name) => !own.includes(name))
  const columns = [...own, ...key]
  const names = columns.map(quoteName).join(', ')
  const [rows] = await observer.query<RowDataPacket[]>({
    sql: `SELECT ${names} FROM ${quoteName(schema)}.${quoteName(table)} ORDER BY ${names} LIMIT 100`,
    rowsAsArray: true,
  })
  return {
    columns: own,
    entries: rows.map((row) => (row as unknown as Cell[]).map(cellText).join(', ')),
  }
}

/** The place of a locked entry: a deleted row is no longer read, but its entry is still there. */
export function placeOf(entries: string[], data: string): number {
  if (data === 'supremum pseudo-record') return entries.length
  const found = entries.indexOf(data)
  if (found >= 0) return found
  const behind = entries.findIndex((entry) => compareEntries(entry, data) > 0)
  const at = behind < 0 ? entries.length : behind
  entries.splice(at, 0, data)
  return at
}

// --- internal ---

type Cell = string | number | null
type PartRow = RowDataPacket & { name: string; column: string }

/** A secondary index ends with the columns of the primary key. */
const partsSql = `
  SELECT INDEX_NAME AS name, COLUMN_NAME AS \`column\` FROM information_schema.STATISTICS
  WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND INDEX_NAME IN (?)
  ORDER BY INDEX_NAME <> ?, SEQ_IN_INDEX`

function cellText(cell: Cell): string {
  if (cell === null) return 'NULL'
  return typeof cell === 'number' ? String(cell) : quoteText(cell)
}

function compareEntries(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}
