import type { Connection, ResultSetHeader } from 'mysql2/promise'

interface NewMessage {
  conversationId: number
  sender: 'user' | 'ai'
  content: string
}

let latest: NewMessage

// Two calls at once share it.
export async function addMessage(connection: Connection, message: NewMessage): Promise<number> {
  latest = message
  await connection.ping()
  const [result] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    [latest.conversationId, latest.sender, latest.content],
  )
  await connection.execute('UPDATE conversations SET updated_at = CURRENT_TIMESTAMP WHERE id = ?', [
    latest.conversationId,
  ])
  return result.insertId
}
