// Two calls at once share an answer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface Found extends RowDataPacket {
  id: number
  title: string
}

const running = new Map<string, Promise<Found[]>>()

export function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const old = running.get(title)
  if (old) return old
  const answer = ask(connection, title).finally(() => running.delete(title))
  running.set(title, answer)
  return answer
}

async function ask(connection: Connection, title: string): Promise<Found[]> {
  const [rows] = await connection.execute<Found[]>(
    'SELECT id, title FROM conversations WHERE title = ? ORDER BY id',
    [title],
  )
  return rows
}
