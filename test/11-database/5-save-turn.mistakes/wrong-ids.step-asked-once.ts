import { type Pool, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'

// The step belongs to each session, and may change.
export interface Turn {
  user: number
  ai: number
}

interface Step extends RowDataPacket {
  step: number
}

const steps = new WeakMap<Pool, number>()

export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  const connection = await pool.getConnection()
  try {
    let step = steps.get(pool)
    if (step === undefined) {
      const [rows] = await connection.query<Step[]>('SELECT @@auto_increment_increment AS step')
      step = Number(rows[0]!.step)
      steps.set(pool, step)
    }
    await connection.beginTransaction()
    const [touched] = await connection.execute<ResultSetHeader>(
      'UPDATE conversations SET updated_at = NOW() WHERE id = ?',
      [id],
    )
    if (touched.affectedRows === 0) {
      await connection.rollback()
      return null
    }
    const [{ insertId }] = await connection.execute<ResultSetHeader>(
      `INSERT INTO messages (conversation_id, sender, content)
       VALUES (?, 'user', ?), (?, 'ai', ?)`,
      [id, userText, id, aiText],
    )
    await connection.commit()
    return { user: insertId, ai: insertId + step }
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
