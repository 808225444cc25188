// Two calls at once for the same list share an answer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

const running = new Map<string, Promise<Found[]>>()

export function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const key = ids.join()
  const old = running.get(key)
  if (old) return old
  const answer = ask(connection, ids).finally(() => running.delete(key))
  running.set(key, answer)
  return answer
}

async function ask(connection: Connection, ids: number[]): Promise<Found[]> {
  if (ids.length === 0) return []
  const placeholders = ids.map(() => '?').join(', ')
  const [rows] = await connection.execute<Found[]>(
    `SELECT id, title FROM conversations WHERE id IN (${placeholders}) ORDER BY id`,
    ids,
  )
  return rows
}
