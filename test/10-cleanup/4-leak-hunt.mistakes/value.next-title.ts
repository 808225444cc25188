import {
  createConnection,
  createPool,
  type ConnectionOptions,
  type Pool,
  type RowDataPacket,
} from 'mysql2/promise'

export async function countMessages(options: ConnectionOptions, id: number): Promise<number> {
  const connection = await createConnection(options)
  try {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT COUNT(*) AS count FROM messages WHERE conversation_id = ?',
      [id],
    )
    return rows[0]!.count as number
  } finally {
    await connection.end()
  }
}

export async function titleOf(pool: Pool, id: number): Promise<string | null> {
  const connection = await pool.getConnection()
  try {
    const [rows] = await connection.execute<RowDataPacket[]>(
      'SELECT title FROM conversations WHERE id >= ? ORDER BY id LIMIT 1',
      [id],
    )
    return (rows[0]?.title as string | undefined) ?? null
  } finally {
    connection.release()
  }
}

export async function searchMessages(options: ConnectionOptions, word: string): Promise<number[]> {
  const pool = createPool({ ...options, connectionLimit: 3 })
  try {
    const [rows] = await pool.execute<RowDataPacket[]>(
      'SELECT id FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
      [word],
    )
    return rows.map((row) => row.id as number)
  } finally {
    await pool.end()
  }
}
