import mysql2 from 'mysql2'

// Node.js does not find this one among the names that the package exports: a getter defines it.
const { Types } = mysql2

/**
 * The kind of a column's values to its readers, in MySQL's words: numbers of any width are `DECIMAL`, strings of
 * any length `VARCHAR`. NULL does not have a kind.
 */
export type Kind = 'DECIMAL' | 'VARCHAR' | 'DATETIME' | 'DATE' | 'TIME' | 'JSON' | 'NULL'

/** The kind of a column by the number of its type, as the server sends it. */
export function kindOf(columnType: number | undefined): Kind {
  return kinds.get(columnType) ?? 'VARCHAR'
}

// --- internal ---

const { DECIMAL, TINY, SHORT, LONG, FLOAT, DOUBLE, LONGLONG, INT24, YEAR, NEWDECIMAL } = Types
const numbers = [DECIMAL, TINY, SHORT, LONG, FLOAT, DOUBLE, LONGLONG, INT24, YEAR, NEWDECIMAL]
const kinds = new Map<number | undefined, Kind>([
  ...numbers.map((type) => [type, 'DECIMAL'] as const),
  [Types.TIMESTAMP, 'DATETIME'],
  [Types.DATETIME, 'DATETIME'],
  [Types.DATE, 'DATE'],
  [Types.NEWDATE, 'DATE'],
  [Types.TIME, 'TIME'],
  [Types.JSON, 'JSON'],
  [Types.NULL, 'NULL'],
])
