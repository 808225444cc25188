import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

export interface Message extends RowDataPacket {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

/**
 * Returns the messages of one conversation, the oldest first; messages of one second in the order of their ids.
 * @returns an empty array when the conversation has no messages; `null` when there is no such conversation
 */
export async function getHistory(pool: Pool, id: number): Promise<Message[] | null> {
  // #region TODO: SELECT the messages in order; when there are none, find out whether there is a conversation
  const [messages] = await pool.execute<Message[]>(
    `SELECT id, sender, content, timestamp FROM messages
     WHERE conversation_id = ? ORDER BY timestamp, id`,
    [id],
  )
  if (messages.length > 0) return messages
  const [found] = await pool.execute<RowDataPacket[]>('SELECT id FROM conversations WHERE id = ?', [
    id,
  ])
  return found.length > 0 ? [] : null
  // #endregion
}

// npx tsx lessons/11-database/3-get-history.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  await using pool = createPool({ host, port, user, password, database })
  for (const id of [1, 4, 999]) {
    const history = await getHistory(pool, id)
    console.log(`Conversation ${id}:`)
    if (history) await show(history)
    else console.log(history)
  }
})
