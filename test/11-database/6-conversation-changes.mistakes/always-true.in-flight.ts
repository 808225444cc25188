// The same change twice at once is made once.
import { createPool, type Pool, type ResultSetHeader } from 'mysql2/promise'

export interface ConversationChanges {
  renameConversation(id: number, title: string): Promise<boolean>
  archiveConversation(id: number): Promise<boolean>
  deleteConversation(id: number): Promise<boolean>
}

export function conversationChanges(pool: Pool): ConversationChanges {
  const running = new Map<string, Promise<boolean>>()
  const change = (sql: string, values: (string | number)[]) => {
    const key = JSON.stringify([sql, values])
    const old = running.get(key)
    if (old) return old
    const answer = once(sql, values).finally(() => running.delete(key))
    running.set(key, answer)
    return answer
  }
  const once = async (sql: string, values: (string | number)[]) => {
    const [result] = await pool.execute<ResultSetHeader>(sql, values)
    return result.affectedRows === 1
  }
  return {
    renameConversation: (id, title) =>
      change('UPDATE conversations SET title = ? WHERE id = ?', [title, id]),
    archiveConversation: (id) =>
      change('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id]),
    deleteConversation: (id) => change('DELETE FROM conversations WHERE id = ?', [id]),
  }
}
