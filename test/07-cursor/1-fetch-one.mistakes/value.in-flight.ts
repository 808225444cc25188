// Two equal calls at once share an answer.
import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

const running = new Map<string, Promise<unknown>>()

export function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  const key = JSON.stringify([connection.threadId, sql, params.map(String)])
  const old = running.get(key) as Promise<T | null> | undefined
  if (old) return old
  const answer = connection
    .execute<T[]>(sql, params)
    .then(([rows]) => rows[0] ?? null)
    .finally(() => running.delete(key))
  running.set(key, answer)
  return answer
}
