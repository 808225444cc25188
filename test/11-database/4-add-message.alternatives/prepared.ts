import type { Pool, ResultSetHeader } from 'mysql2/promise'

// Its own prepared statements.
export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  const run = async (sql: string, values: (string | number)[]) => {
    const statement = await connection.prepare(sql)
    try {
      const [result] = await statement.execute(values)
      return result as ResultSetHeader
    } finally {
      connection.unprepare(sql)
    }
  }
  try {
    await connection.beginTransaction()
    const touched = await run('UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id])
    let made: number | null = null
    if (touched.affectedRows > 0) {
      const insert = 'INSERT INTO messages (conversation_id, sender, content) VALUES (?, ?, ?)'
      made = (await run(insert, [id, sender, content])).insertId
    }
    await connection.commit()
    return made
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
