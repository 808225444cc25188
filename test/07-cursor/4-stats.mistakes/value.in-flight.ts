// Two calls at once share an answer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

let running: Promise<{ messages: number; averageLength: number }> | undefined

export function stats(
  connection: Connection,
): Promise<{ messages: number; averageLength: number }> {
  running ??= connection
    .query<RowDataPacket[]>(
      'SELECT COUNT(*) AS messages, AVG(CHAR_LENGTH(content)) AS average FROM messages',
    )
    .then(([rows]) => ({
      messages: rows[0]!.messages as number,
      averageLength: Number(rows[0]!.average ?? 0),
    }))
    .finally(() => {
      running = undefined
    })
  return running
}
