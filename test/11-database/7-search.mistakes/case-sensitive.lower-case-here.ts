import { type Pool, type RowDataPacket } from 'mysql2/promise'

// JavaScript writes the last sigma of a word in another way.
export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

interface Pair extends FoundConversation {
  content: string | null
}

export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const wanted = text.toLowerCase()
  const [pairs] = await pool.query<Pair[]>(
    `SELECT c.id, c.title, c.updated_at, m.content FROM conversations AS c
     LEFT JOIN messages AS m ON m.conversation_id = c.id
     WHERE c.is_archived = FALSE
     ORDER BY c.updated_at DESC, c.id DESC`,
  )
  const found = new Map<number, FoundConversation>()
  for (const { id, title, updated_at, content } of pairs) {
    if ([title, content ?? ''].some((one) => one.toLowerCase().includes(wanted))) {
      found.set(id, { id, title, updated_at } as FoundConversation)
    }
  }
  return [...found.values()]
}
