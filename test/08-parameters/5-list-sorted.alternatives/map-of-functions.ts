import type { Connection, RowDataPacket } from 'mysql2/promise'

// A table of statements without a prototype.

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const table = {
  __proto__: null,
  id: { __proto__: null, asc: 'id', desc: 'id DESC' },
  title: { __proto__: null, asc: 'title', desc: 'title DESC' },
  updated_at: { __proto__: null, asc: 'updated_at', desc: 'updated_at DESC' },
} as unknown as Record<string, Record<string, string> | undefined>

export function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const known = table[column]
  if (!known) throw new TypeError(`Unknown column: ${column}`)
  const order = known[direction]
  if (!order) throw new TypeError(`Unknown direction: ${direction}`)
  return connection
    .execute<Listed[]>('SELECT id, title FROM conversations ORDER BY ' + order)
    .then(([rows]) => rows)
}
