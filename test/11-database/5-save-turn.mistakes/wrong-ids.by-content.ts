import {
  type Pool,
  type PoolConnection,
  type ResultSetHeader,
  type RowDataPacket,
} from 'mysql2/promise'

// An answer may be what the question was.
export interface Turn {
  user: number
  ai: number
}

interface Newest extends RowDataPacket {
  id: number
}

async function idOf(connection: PoolConnection, id: number, content: string): Promise<number> {
  const [rows] = await connection.execute<Newest[]>(
    'SELECT MAX(id) AS id FROM messages WHERE conversation_id = ? AND content = ?',
    [id, content],
  )
  return rows[0]!.id
}

export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const [touched] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
      [id],
    )
    if (touched.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    await connection.execute(
      `INSERT INTO messages (conversation_id, sender, content)
       VALUES (?, 'user', ?), (?, 'ai', ?)`,
      [id, userText, id, aiText],
    )
    const turn = {
      user: await idOf(connection, id, userText),
      ai: await idOf(connection, id, aiText),
    }
    await connection.commit()
    return turn
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
