// Two calls at once share an answer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  title: string
}

let running: Promise<Row[]> | undefined

export async function titles(connection: Connection): Promise<Row[]> {
  running ??= connection
    .query<Row[]>('SELECT title FROM conversations')
    .then(([rows]) => rows)
    .finally(() => (running = undefined))
  return running
}
