// Two equal queries at once share an answer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

const running = new WeakMap<Connection, Map<string, Promise<unknown[][]>>>()

export function fetchAllAsArrays(connection: Connection, sql: string): Promise<unknown[][]> {
  const mine = running.get(connection) ?? new Map<string, Promise<unknown[][]>>()
  running.set(connection, mine)
  const old = mine.get(sql)
  if (old) return old
  const answer = connection
    .query<RowDataPacket[][]>({ sql, rowsAsArray: true })
    .then(([rows]) => rows)
    .finally(() => mine.delete(sql))
  mine.set(sql, answer)
  return answer
}
