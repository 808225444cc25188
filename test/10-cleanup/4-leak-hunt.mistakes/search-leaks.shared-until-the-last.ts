// Wrong: searches that run at once share a pool, which the last of them ends: the first one's promise resolves with the pool still open.
import {
  createConnection,
  createPool,
  type ConnectionOptions,
  type Pool,
  type RowDataPacket,
} from 'mysql2/promise'

interface CountRow extends RowDataPacket {
  count: number
}

interface ConversationRow extends RowDataPacket {
  title: string
}

interface IdRow extends RowDataPacket {
  id: number
}

/** How many messages a conversation has. */
export async function countMessages(options: ConnectionOptions, id: number): Promise<number> {
  const connection = await createConnection(options)
  try {
    const [rows] = await connection.execute<CountRow[]>(
      'SELECT COUNT(*) AS count FROM messages WHERE conversation_id = ?',
      [id],
    )
    return rows[0]!.count
  } finally {
    await connection.end()
  }
}

/** The title of a conversation; null if there is none. */
export async function titleOf(pool: Pool, id: number): Promise<string | null> {
  const connection = await pool.getConnection()
  try {
    const [rows] = await connection.execute<ConversationRow[]>(
      'SELECT title FROM conversations WHERE id = ?',
      [id],
    )
    return rows.length === 0 ? null : rows[0]!.title
  } finally {
    connection.release()
  }
}

const shared = new Map<string, { pool: Pool; users: number }>()

/** The ids of the messages that contain `word`, in order. */
export async function searchMessages(options: ConnectionOptions, word: string): Promise<number[]> {
  const key = JSON.stringify(options)
  const entry = shared.get(key) ?? {
    pool: createPool({ ...options, connectionLimit: 3 }),
    users: 0,
  }
  shared.set(key, entry)
  entry.users += 1
  try {
    const [rows] = await entry.pool.execute<IdRow[]>(
      'SELECT id FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
      [word],
    )
    return rows.map((row) => row.id)
  } finally {
    entry.users -= 1
    if (entry.users === 0) {
      shared.delete(key)
      await entry.pool.end()
    }
  }
}
