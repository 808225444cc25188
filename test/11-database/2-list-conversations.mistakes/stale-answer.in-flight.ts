import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'

// People who ask meanwhile get the answer to an earlier question.

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

/**
 * Lists the conversations that are not archived. The one that changed last comes first; of those that changed in one
 * second, the one with the higher id.
 */
let running: Promise<Conversation[]> | undefined
export function listConversations(pool: Pool): Promise<Conversation[]> {
  running ??= read(pool).finally(() => (running = undefined))
  return running
}

async function read(pool: Pool): Promise<Conversation[]> {
  const [rows] = await pool.execute<Conversation[]>(
    `SELECT id, title, updated_at FROM conversations
     WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC`,
  )
  return rows
}
