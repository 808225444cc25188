import type { Connection, RowDataPacket } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/** What a row of the result looks like. */
export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

/** Reads the conversation with this id; undefined when there is none. */
export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  // TODO: fill in the blanks: the condition, its value, and the first row of the result
  const sql = 'SELECT id, title FROM conversations WHERE ____'
  const [rows] = await connection.execute<ConversationRow[]>(sql, [])
  return undefined
}

// npx tsx lessons/01-concepts/3-read-a-row.ts
await practise(import.meta, async (connection) => {
  console.log(await findConversation(connection, 2))
  console.log(await findConversation(connection, 99))
})
