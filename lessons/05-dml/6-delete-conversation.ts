import type { Connection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Deletes a conversation; its messages go with it. If the server refuses, nothing is deleted, and the error
 * reaches the caller.
 * @returns whether there was such a conversation
 */
export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  // TODO: one DELETE; the foreign key of `messages` does the rest
  throw new Error('TODO')
}

// npx tsx lessons/05-dml/6-delete-conversation.ts
await practise(import.meta, async (connection) => {
  const count = async () => {
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT (SELECT COUNT(*) FROM conversations) AS conversations, (SELECT COUNT(*) FROM messages) AS messages',
    )
    console.table(rows)
  }
  // Rolled back at the end: your practice rows stay as they are.
  await connection.beginTransaction()
  await count()
  console.log(await deleteConversation(connection, 1))
  console.log(await deleteConversation(connection, 999))
  await count()
  await connection.rollback()
})
