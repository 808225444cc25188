// Compares bytes, but with four spellings: as given, in lower case, in capitals and capitalised. A mixed one is missed.
import type { Pool, RowDataPacket } from 'mysql2/promise'

export interface FoundConversation extends RowDataPacket {
  id: number
  title: string
  updated_at: Date
}

const spellings = (text: string) => [
  text,
  text.toLowerCase(),
  text.toUpperCase(),
  text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
]

export async function search(pool: Pool, text: string): Promise<FoundConversation[]> {
  const forms = spellings(text)
  const contains = (column: string) =>
    forms.map(() => `LOCATE(CAST(? AS BINARY), CAST(${column} AS BINARY)) > 0`).join(' OR ')
  const [rows] = await pool.execute<FoundConversation[]>(
    `SELECT c.id, c.title, c.updated_at FROM conversations AS c
     WHERE c.is_archived = FALSE AND (
       ${contains('c.title')}
       OR EXISTS (
         SELECT 1 FROM messages AS m WHERE m.conversation_id = c.id AND (${contains('m.content')})
       )
     )
     ORDER BY c.updated_at DESC, c.id DESC`,
    [...forms, ...forms],
  )
  return rows
}
