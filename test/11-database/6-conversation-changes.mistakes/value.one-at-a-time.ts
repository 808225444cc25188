// All changes wait in one line: while one waits for a lock, a change of another conversation waits too.
import type { Pool, ResultSetHeader } from 'mysql2/promise'

/** Each function returns whether there is such a conversation, and changes no other. */
export interface ConversationChanges {
  /** Gives it a new title. True even if it already has that title. */
  renameConversation(id: number, title: string): Promise<boolean>
  /** Takes it off the list; its messages stay. True even if it is already archived. */
  archiveConversation(id: number): Promise<boolean>
  /** Removes it for good, with its messages. */
  deleteConversation(id: number): Promise<boolean>
}

const rename = 'UPDATE conversations SET title = ? WHERE id = ?'
const archive = 'UPDATE conversations SET is_archived = TRUE WHERE id = ?'
const remove = 'DELETE FROM conversations WHERE id = ?'

export function conversationChanges(pool: Pool): ConversationChanges {
  let tail: Promise<unknown> = Promise.resolve()
  const change = (sql: string, values: (string | number)[]): Promise<boolean> => {
    const run = async () => {
      const [result] = await pool.execute<ResultSetHeader>(sql, values)
      return result.affectedRows > 0
    }
    const next = tail.then(run, run)
    tail = next.catch(() => {})
    return next
  }
  return {
    renameConversation: (id, title) => change(rename, [title, id]),
    archiveConversation: (id) => change(archive, [id]),
    deleteConversation: (id) => change(remove, [id]),
  }
}
