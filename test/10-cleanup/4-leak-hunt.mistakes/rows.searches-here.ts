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
  content: string
}

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

export async function searchMessages(options: ConnectionOptions, word: string): Promise<number[]> {
  const pool = createPool({ ...options, connectionLimit: 3 })
  try {
    const [rows] = await pool.execute<IdRow[]>('SELECT id, content FROM messages ORDER BY id')
    const wanted = word.toLowerCase()
    return rows.filter((row) => row.content.toLowerCase().includes(wanted)).map((row) => row.id)
  } finally {
    await pool.end()
  }
}
