import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'

// The transaction is a separate function; a connection that failed is closed, which rolls back as well.
export function saveTurn(pool: Pool, id: number, userText: string, aiText: string) {
  return inTransaction(pool, async (connection) => {
    const [{ affectedRows }] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
      [id],
    )
    if (affectedRows === 0) return null
    const user = await insert(connection, [id, 'user', userText])
    return { user, ai: await insert(connection, [id, 'ai', aiText]) }
  })
}

async function insert(connection: PoolConnection, values: [number, string, string]) {
  const [{ insertId }] = await connection.execute<ResultSetHeader>(
    'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)',
    values,
  )
  return insertId
}

async function inTransaction<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    connection.release()
    return result
  } catch (error) {
    connection.destroy()
    throw error
  }
}
