import type { Pool, ResultSetHeader } from 'mysql2/promise'

// The statements are yielded by a generator; one loop sends them.

type Step = [sql: string, values: (string | number)[]]

function* steps(
  id: number,
  sender: string,
  content: string,
): Generator<Step, number | null, ResultSetHeader> {
  const touched = yield ['UPDATE conversations SET updated_at = NOW() WHERE id = ?', [id]]
  if (touched.affectedRows === 0) return null
  const made = yield [
    'INSERT INTO messages SET conversation_id = ?, sender = ?, content = ?',
    [id, sender, content],
  ]
  return made.insertId
}

export async function addMessage(
  pool: Pool,
  id: number,
  sender: 'user' | 'ai',
  content: string,
): Promise<number | null> {
  const connection = await pool.getConnection()
  let broken = true
  try {
    await connection.query('BEGIN')
    const work = steps(id, sender, content)
    let step = work.next(undefined as never)
    while (!step.done) {
      const [result] = await connection.execute<ResultSetHeader>(...step.value)
      step = work.next(result)
    }
    await connection.query('COMMIT')
    broken = false
    return step.value
  } catch (error) {
    try {
      await connection.query('ROLLBACK')
      broken = false
    } catch {
      // The first error counts.
    }
    throw error
  } finally {
    if (broken) connection.destroy()
    else pool.releaseConnection(connection)
  }
}
