// Reads in pages of 1,000 by OFFSET, without a transaction: when a conversation goes between two pages, another is missed.
import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface Conversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

const size = 1000

export async function listConversations(pool: Pool): Promise<Conversation[]> {
  const all: Conversation[] = []
  for (;;) {
    const [page] = await pool.query<Conversation[]>(
      `SELECT id, title, updated_at FROM conversations
       WHERE is_archived = FALSE
       ORDER BY updated_at DESC, id DESC
       LIMIT ? OFFSET ?`,
      [size, all.length],
    )
    all.push(...page)
    if (page.length < size) return all
  }
}
