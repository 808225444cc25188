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
  // TODO: SELECT three columns of the active conversations, in an order that leaves no ties
  throw new Error('TODO')
}

// npx tsx lessons/11-database/2-list-conversations.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  await using pool = createPool({ host, port, user, password, database })
  await show(await listConversations(pool))
})
