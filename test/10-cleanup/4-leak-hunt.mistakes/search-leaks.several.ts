import {
  createConnection,
  createPool,
  type ConnectionOptions,
  type Pool,
  type RowDataPacket,
} from 'mysql2/promise'

// Wrong: one pool for all. The first search that is done ends it, and waits for the others.

interface CountRow extends RowDataPacket {
  count: number
}

interface ConversationRow extends RowDataPacket {
  title: string
}

let shared: Pool | undefined
let users = 0

interface IdRow extends RowDataPacket {
  id: number
}

// Three functions of a small report module. What they return is right; what they leave behind is not.
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
    return rows[0]?.title ?? null
  } finally {
    connection.release()
  }
}

/** The ids of the messages that contain `word`, in order. */
export async function searchMessages(options: ConnectionOptions, word: string): Promise<number[]> {
  shared ??= createPool({ ...options, connectionLimit: 3 })
  const pool = shared
  users += 1
  try {
    const [rows] = await pool.execute<IdRow[]>(
      'SELECT id FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
      [word],
    )
    return rows.map((row) => row.id)
  } finally {
    users -= 1
    shared = undefined
    await pool.end()
  }
}
