// Two calls at once share an answer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Row extends RowDataPacket {
  content: string
}

let running: Promise<string[]> | undefined

export async function messageTexts(connection: Connection): Promise<string[]> {
  running ??= connection
    .query<Row[]>('SELECT content FROM messages')
    .then(([rows]) => rows.map((row) => row.content))
    .finally(() => (running = undefined))
  return running
}
