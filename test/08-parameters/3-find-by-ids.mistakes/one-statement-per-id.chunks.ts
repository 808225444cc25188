import type { Connection, RowDataPacket } from 'mysql2/promise'

// A long list is sent in parts.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

/**
 * Finds the conversations with these ids, ordered by id, with one statement.
 * Ids that do not exist are ignored, and an id that occurs twice counts once. For an empty list it returns an empty
 * array.
 */
function* parted(ids: number[]) {
  for (let from = 0; from < ids.length; from += 1000) yield ids.slice(from, from + 1000)
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  if (ids.length > 1000) {
    const parts: Found[] = []
    for (const part of parted([...new Set(ids)].toSorted((a, b) => a - b)))
      parts.push(...(await findByIds(connection, part)))
    return parts
  }
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}
