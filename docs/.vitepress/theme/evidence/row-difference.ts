import type { Json, Row } from '../../../../workbook/verdict.ts'

export interface RowDifference {
  columns: { name: string; state: 'both' | 'missing' | 'extra' }[]
  rows: ComparedRow[]
  /** The same rows, in a different order. */
  orderDiffers: boolean
}

export interface ComparedRow {
  row: Row
  /** `type`: a missing row has the same values, but of different types (`'1'` for `1`). */
  state: 'same' | 'missing' | 'extra' | 'type'
  /** The row's right place, from 1; given when the order differs. */
  place?: number
}

/** Are these rows, as a query returns them? An empty list counts. */
export function isRows(value: Json | undefined): value is Row[] {
  return (
    Array.isArray(value) &&
    value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  )
}

/** Compares two sets of rows: first what came back, in its order, then what is missing. */
export function compareRows(expected: Row[], seen: Row[]): RowDifference {
  const missing = without(expected, seen)
  const extra = new Set(without(seen, expected))
  const looseKeys = missing.map(looseKey)
  const came = seen.map((row): ComparedRow => {
    if (!extra.has(row)) return { row, state: 'same' }
    const alike = looseKeys.indexOf(looseKey(row))
    if (alike < 0) return { row, state: 'extra' }
    looseKeys.splice(alike, 1)
    missing.splice(alike, 1)
    return { row, state: 'type' }
  })
  const orderDiffers = extra.size === 0 && missing.length === 0 && !sameOrder(expected, seen)
  return {
    columns: columnsOf(expected, seen),
    rows: [
      ...(orderDiffers ? withPlaces(came, expected) : came),
      ...missing.map((row): ComparedRow => ({ row, state: 'missing' })),
    ],
    orderDiffers,
  }
}

/** The rows to show, in their order; rows that differ take precedence over rows that are the same. */
export function mostTelling(rows: ComparedRow[], most: number): ComparedRow[] {
  const ranks = rows.map(rankOf)
  const chosen = rows.map((_row, index) => index).toSorted((a, b) => ranks[a]! - ranks[b]!)
  const shown = new Set(chosen.slice(0, most))
  return rows.filter((_row, index) => shown.has(index))
}

// --- internal ---

/** Few rows are ever missing, but there can be thousands too many. */
function rankOf({ state, place }: ComparedRow, index: number): number {
  const differs = state !== 'same' || (place !== undefined && place !== index + 1)
  return differs ? { missing: 0, type: 1, extra: 2, same: 2 }[state] : 3
}

function without(rows: Row[], others: Row[]): Row[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(key(other), (left.get(key(other)) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(key(row)) ?? 0
    left.set(key(row), count - 1)
    return count <= 0
  })
}

function sameOrder(expected: Row[], seen: Row[]): boolean {
  return expected.every((row, index) => seen[index] !== undefined && key(row) === key(seen[index]))
}

function withPlaces(rows: ComparedRow[], expected: Row[]): ComparedRow[] {
  const places = expected.map(key)
  return rows.map((compared) => {
    const place = places.indexOf(key(compared.row))
    // Removed, so that the second of two equal rows finds the second place.
    places[place] = ''
    return { ...compared, place: place + 1 }
  })
}

function columnsOf(expected: Row[], seen: Row[]): RowDifference['columns'] {
  const wanted = names(expected)
  const came = names(seen)
  const all = [...new Set([...wanted, ...came])]
  if (wanted.size === 0 || came.size === 0) return all.map((name) => ({ name, state: 'both' }))
  return all.map((name) => ({
    name,
    state: !came.has(name) ? 'missing' : wanted.has(name) ? 'both' : 'extra',
  }))
}

function names(rows: Row[]): Set<string> {
  return new Set(rows.flatMap((row) => Object.keys(row)))
}

function key(row: Row): string {
  return JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function looseKey(row: Row): string {
  return JSON.stringify(
    Object.entries(row)
      .map(([name, value]) => [name, String(value)])
      .toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
  )
}
