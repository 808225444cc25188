// Two calls at once for one id share a row.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface ConversationRow extends RowDataPacket {
  id: number
  title: string
}

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<ConversationRow | undefined> {
  const old = running.get(id)
  if (old) return old
  const answer = ask(connection, id).finally(() => running.delete(id))
  running.set(id, answer)
  return answer
}

const running = new Map<number, Promise<ConversationRow | undefined>>()

async function ask(connection: Connection, id: number): Promise<ConversationRow | undefined> {
  const sql = 'SELECT id, title FROM conversations WHERE id = ?'
  const [rows] = await connection.execute<ConversationRow[]>(sql, [id])
  return rows[0]
}
