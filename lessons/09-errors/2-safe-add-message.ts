import type { QueryError } from 'mysql2'
import type { Connection, ResultSetHeader } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** Thrown when there is no conversation to add to. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
}

/** Thrown when the table rejects a value of the message. */
export class ValidationError extends Error {
  override readonly name = 'ValidationError'
}

export interface NewMessage {
  conversationId: number
  sender: string
  content: string
}

/**
 * Adds a message to a conversation and returns its id.
 * @throws {NotFoundError} there is no such conversation; MySQL's error is its `cause`
 * @throws {ValidationError} the table rejects the sender or the content; MySQL's error is its `cause`
 * @throws every other error, unchanged
 */
export async function safeAddMessage(connection: Connection, message: NewMessage): Promise<number> {
  // TODO: INSERT, and turn the errors that are answers into the two classes
  throw new Error('TODO')
}

// npx tsx lessons/09-errors/2-safe-add-message.ts
await practise(import.meta, async (connection) => {
  await connection.beginTransaction()
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO conversations (title) VALUES (?)',
    ['An exercise'],
  )
  const conversationId = result.insertId
  const attempts: NewMessage[] = [
    { conversationId, sender: 'user', content: 'Is anybody there?' },
    { conversationId, sender: 'robot', content: 'Beep' },
    { conversationId: -1, sender: 'user', content: 'And here?' },
  ]
  for (const message of attempts) {
    const outcome = await safeAddMessage(connection, message).catch((error: Error) =>
      error.cause ? String(error) : Promise.reject(error),
    )
    console.log(message.content.padEnd(20), outcome)
  }
  await connection.rollback()
})
