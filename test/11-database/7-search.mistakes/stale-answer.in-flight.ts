import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise'

// People who ask meanwhile get the answer to an earlier question.

export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

/**
 * Finds the conversations that are not archived and contain `text` in their title or in one of their messages: each
 * once, in the order of the list (the last changed first, then the higher id). Upper and lower case count
 * as the same; every character of `text` stands for itself, `%`, `_` and `\` too.
 */
const running = new Map<string, Promise<FoundConversation[]>>()
export function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const asked = running.get(text) ?? find(pool, text).finally(() => running.delete(text))
  running.set(text, asked)
  return asked
}

async function find(pool: Pool, text: string): Promise<FoundConversation[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE
       AND (c.title LIKE ? OR EXISTS (
         SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND m.content LIKE ?))
     ORDER BY c.updated_at DESC, c.id DESC`,
    [pattern, pattern],
  )
  return rows
}
