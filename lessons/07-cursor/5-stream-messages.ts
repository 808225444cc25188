import type { Connection as CoreConnection } from 'mysql2'
import type { Connection } from 'mysql2/promise'
import type { Readable } from 'node:stream'
import { practise } from '#workbook/practice'

export interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
}

/**
 * Yields the messages of the conversation `id` one by one, in the order of their ids. However many there are, only a
 * few are in memory at a time. The loop may be left early: the connection then serves the next query.
 * Errors are thrown, including the loss of the connection, even halfway through.
 */
export async function* streamMessages(
  connection: Connection,
  id: number,
): AsyncGenerator<Message, void, undefined> {
  // TODO: create a stream with coreOf(connection).query(…).stream(), yield its rows, and notice a lost connection
  yield* [] // each row of the stream goes out through a yield like this one
  throw new Error('TODO')
}

/** The connection beneath: its query() returns a Query, which has stream(). mysql2's types do not mention it. */
function coreOf(connection: Connection): CoreConnection {
  return (connection as unknown as { connection: CoreConnection }).connection
}

// npx tsx lessons/07-cursor/5-stream-messages.ts
await practise(import.meta, async (connection) => {
  for await (const message of streamMessages(connection, 1)) {
    console.log(`${message.id} ${message.sender}: ${message.content}`)
    if (message.id === 3) break
  }
  const [rows] = await connection.query('SELECT COUNT(*) AS n FROM messages')
  console.log('The connection answers again:', rows)
})
