import {
  createConnection,
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

// The pool lends and takes back by itself; a single statement does not need its own pool.
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
  const [rows] = await pool.execute<ConversationRow[]>(
    'SELECT title FROM conversations WHERE id = ?',
    [id],
  )
  return rows[0]?.title ?? null
}

/** The ids of the messages that contain `word`, in order. */
export async function searchMessages(options: ConnectionOptions, word: string): Promise<number[]> {
  word = word.normalize()
  const connection = await createConnection(options)
  try {
    const [rows] = await connection.execute<IdRow[]>(
      'SELECT id FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
      [word],
    )
    return rows.map((row) => row.id)
  } finally {
    await connection.end()
  }
}
