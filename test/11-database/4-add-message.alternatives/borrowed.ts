import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'

// The transaction is a separate function; the message is inserted from the conversation's row.
export function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  return inTransaction(pool, async (connection) => {
    await connection.execute('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
    const [{ affectedRows, insertId }] = await connection.execute<ResultSetHeader>(
      `INSERT INTO messages (conversation_id, sender, content)
       SELECT id, ?, ? FROM conversations WHERE id = ?`,
      [sender, content, id],
    )
    return affectedRows === 1 ? insertId : null
  })
}

async function inTransaction<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>) {
  const connection = await pool.getConnection()
  try {
    await connection.query('START TRANSACTION')
    const result = await work(connection)
    await connection.query('COMMIT')
    connection.release()
    return result
  } catch (error) {
    // Closing the connection rolls back as well.
    connection.destroy()
    throw error
  }
}
