import {
  createPool,
  type Pool,
  type PoolConnection,
  type PoolOptions,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2/promise'

interface Conversation {
  id: number
  title: string
  updated_at: Date
}

interface Message {
  id: number
  sender: 'user' | 'ai'
  content: string
  timestamp: Date
}

type Values = (string | number | null)[]

/** Plain functions over two small ones, and a pool that is made when it is first needed. */
export function createDatabase(options: PoolOptions) {
  let pool: Pool | undefined
  let closed = false
  const open = () => {
    if (closed) throw new Error('The database is closed.')
    return (pool ??= createPool(options))
  }
  const select = async <Row>(sql: string, values: Values = []): Promise<Row[]> => {
    const [rows] = await open().execute<(RowDataPacket & Row)[]>(sql, values)
    return rows
  }
  const change = async (sql: string, values: Values) => {
    const [result] = await open().execute<ResultSetHeader>(sql, values)
    return result
  }
  const write = (id: number, messages: Values[]) =>
    inTransaction(open(), async (connection) => {
      const [rows] = await connection.execute<RowDataPacket[]>(
        'SELECT id FROM conversations WHERE id = ? FOR UPDATE',
        [id],
      )
      if (rows.length === 0) return null
      const [result] = await connection.query<ResultSetHeader>(
        'INSERT INTO messages (conversation_id, sender, content) VALUES ?',
        [messages.map((one) => [id, ...one])],
      )
      await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
      return result.insertId
    })
  return {
    createConversation: async (title?: string) =>
      (
        await change('INSERT INTO conversations SET title = IFNULL(?, DEFAULT(title))', [
          title ?? null,
        ])
      ).insertId,
    listConversations: () =>
      select<Conversation>(
        'SELECT * FROM conversations WHERE is_archived = FALSE ORDER BY updated_at DESC, id DESC',
      ),
    async getHistory(id: number) {
      const found = await select('SELECT id FROM conversations WHERE id = ?', [id])
      const sql = 'SELECT * FROM messages WHERE conversation_id = ? ORDER BY id'
      return found.length > 0 ? select<Message>(sql, [id]) : null
    },
    addMessage: (id: number, sender: string, content: string) => write(id, [[sender, content]]),
    async saveTurn(id: number, userText: string, aiText: string) {
      const first = await write(id, [
        ['user', userText],
        ['ai', aiText],
      ])
      return first === null ? null : { user: first, ai: first + 1 }
    },
    renameConversation: async (id: number, title: string) =>
      (await change('UPDATE conversations SET title = ? WHERE id = ?', [title, id])).affectedRows >
      0,
    archiveConversation: async (id: number) =>
      (await change('UPDATE conversations SET is_archived = 1 WHERE id = ?', [id])).affectedRows >
      0,
    deleteConversation: async (id: number) =>
      (await change('DELETE FROM conversations WHERE id = ?', [id])).affectedRows > 0,
    search: (text: string) =>
      select<Conversation>(
        `SELECT * FROM conversations WHERE is_archived = FALSE AND (INSTR(title, ?)
           OR id IN (SELECT conversation_id FROM messages WHERE INSTR(content, ?)))
         ORDER BY updated_at DESC, id DESC`,
        [text, text],
      ),
    async close() {
      if (closed) return
      closed = true
      await pool?.end()
    },
  }
}

async function inTransaction<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
