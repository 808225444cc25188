import type { Connection, RowDataPacket } from 'mysql2/promise'

// The direction is looked at only when it matters.

export interface Listed extends RowDataPacket {
  id: number
  title: string
}

const columns = ['id', 'title', 'updated_at']
const directions = ['asc', 'desc']

/**
 * Lists all conversations, sorted by `column` (`id`, `title` or `updated_at`) in `direction` (`asc` or `desc`).
 * @throws an Error whose message names the value, when the column or the direction is not one of these;
 * nothing of that value reaches the server.
 */
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const by = oneOf(columns, column)
  const order = column === 'id' ? direction : oneOf(directions, direction)
  const [rows] = await connection.query<Listed[]>(
    `SELECT id, title FROM conversations ORDER BY ${by} ${order}`,
  )
  return rows
}

/** The word from our list that is equal to the caller's. */
function oneOf(words: readonly string[], wanted: string): string {
  const own = words.find((word) => word === wanted)
  if (own) return own
  throw new RangeError(`Cannot sort by "${wanted}": expected ${words.join(', ')}.`)
}
