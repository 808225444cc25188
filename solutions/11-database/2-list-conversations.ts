import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'
import { practise, show } from '#workbook/practice'

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

/**
 * Lists the conversations that are not archived. The one that changed last comes first; of those that changed in one
 * second, the one with the higher id.
 */
export async function listConversations(pool: Pool): Promise<Conversation[]> {
  // #region TODO: SELECT three columns of the active conversations, in an order that leaves no ties
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows
  // #endregion
}

// npx tsx lessons/11-database/2-list-conversations.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  await using pool = createPool({ host, port, user, password, database })
  await show(await listConversations(pool))
})
