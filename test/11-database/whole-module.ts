import {
  createPool,
  type Pool,
  type PoolConnection,
  type PoolOptions,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2/promise'
import type { Conversation } from '../../solutions/11-database/2-list-conversations.ts'
import type { Message } from '../../solutions/11-database/3-get-history.ts'
import type { Database } from '../../solutions/11-database/8-database.ts'

/** The whole module in one class, written without the seven files. The wrong answers of the last exercise break it. */
export class ChatDatabase implements Database {
  pool: Pool
  #closing: Promise<void> | undefined

  constructor(options: PoolOptions) {
    this.pool = createPool(options)
  }

  createConversation = async (title?: string) => {
    const given = title === undefined ? 'DEFAULT' : '?'
    const sql = `INSERT INTO conversations (title) VALUES (${given})`
    return (await this.change(sql, title === undefined ? [] : [title])).insertId
  }

  listConversations = () =>
    this.rows<Conversation>(
      `SELECT id, title, updated_at FROM conversations
       WHERE NOT is_archived ORDER BY updated_at DESC, id DESC`,
    )

  getHistory = async (id: number) => {
    const rows = await this.rows<Message>(
      `SELECT m.id, m.sender, m.content, m.timestamp FROM conversations AS c
       LEFT JOIN messages AS m ON m.conversation_id = c.id
       WHERE c.id = ? ORDER BY m.timestamp, m.id`,
      [id],
    )
    return rows.length === 0 ? null : rows.filter((row) => row.id !== null)
  }

  addMessage = async (id: number, sender: 'user' | 'ai', content: string) => {
    const ids = await this.write(id, [[sender, content]])
    return ids && ids[0]!
  }

  saveTurn = async (id: number, userText: string, aiText: string) => {
    const ids = await this.write(id, [
      ['user', userText],
      ['ai', aiText],
    ])
    return ids && { user: ids[0]!, ai: ids[1]! }
  }

  renameConversation = (id: number, title: string) =>
    this.found('UPDATE conversations SET title = ? WHERE id = ?', [title, id])

  archiveConversation = (id: number) =>
    this.found('UPDATE conversations SET is_archived = TRUE WHERE id = ?', [id])

  deleteConversation = (id: number) => this.found('DELETE FROM conversations WHERE id = ?', [id])

  search = (text: string) =>
    this.rows<Conversation>(
      `SELECT DISTINCT c.id, c.title, c.updated_at FROM conversations AS c
       LEFT JOIN messages AS m ON m.conversation_id = c.id
       WHERE NOT c.is_archived AND (LOCATE(?, c.title) OR LOCATE(?, m.content))
       ORDER BY c.updated_at DESC, c.id DESC`,
      [text, text],
    )

  close = () => (this.#closing ??= this.pool.end())

  // --- internal ---

  /** Rows of any shape that the caller promises. */
  async rows<T extends RowDataPacket>(sql: string, values: (string | number)[] = []): Promise<T[]> {
    const [rows] = await this.pool.execute<T[]>(sql, values)
    return rows
  }

  async change(sql: string, values: (string | number)[]): Promise<ResultSetHeader> {
    const [result] = await this.pool.execute<ResultSetHeader>(sql, values)
    return result
  }

  async found(sql: string, values: (string | number)[]): Promise<boolean> {
    return (await this.change(sql, values)).affectedRows > 0
  }

  async write(id: number, messages: [string, string][]): Promise<number[] | null> {
    const connection = await this.pool.getConnection()
    try {
      await connection.beginTransaction()
      const ids = await insertMessages(connection, id, messages)
      await connection.commit()
      return ids
    } catch (error) {
      await connection.rollback().catch(() => connection.destroy())
      throw error
    } finally {
      connection.release()
    }
  }
}

// --- internal ---

async function insertMessages(
  connection: PoolConnection,
  id: number,
  messages: [string, string][],
): Promise<number[] | null> {
  const [found] = await connection.execute<ResultSetHeader>(
    'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
    [id],
  )
  if (found.affectedRows === 0) return null
  const ids: number[] = []
  for (const message of messages) {
    const [result] = await connection.execute<ResultSetHeader>(
      'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
      [id, ...message],
    )
    ids.push(result.insertId)
  }
  return ids
}
