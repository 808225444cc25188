import type { Pool, PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise'

// await using ends the transaction, and one INSERT … SELECT writes both.

export interface Turn {
  user: number
  ai: number
}

class Transaction implements AsyncDisposable {
  #done = false
  readonly connection: PoolConnection

  constructor(connection: PoolConnection) {
    this.connection = connection
  }

  static async begin(pool: Pool): Promise<Transaction> {
    const connection = await pool.getConnection()
    try {
      await connection.query('START TRANSACTION')
    } catch (error) {
      connection.destroy()
      throw error
    }
    return new Transaction(connection)
  }

  async commit() {
    await this.connection.query('COMMIT')
    this.#done = true
  }

  async [Symbol.asyncDispose]() {
    if (this.#done) return this.connection.release()
    try {
      await this.connection.query('ROLLBACK')
      this.connection.release()
    } catch {
      this.connection.destroy()
    }
  }
}

export async function saveTurn(
  pool: Pool,
  id: number,
  userText: string,
  aiText: string,
): Promise<Turn | null> {
  await using transaction = await Transaction.begin(pool)
  const { connection } = transaction
  const [locked] = await connection.execute<RowDataPacket[]>(
    'SELECT 1 FROM conversations WHERE id = ? FOR UPDATE',
    [id],
  )
  let turn: Turn | null = null
  if (locked.length > 0) {
    const add = async (sender: string, content: string) => {
      const [{ insertId }] = await connection.execute<ResultSetHeader>(
        {
          sql: 'INSERT INTO messages (conversation_id, sender, content) VALUES (:id, :sender, :content)',
          namedPlaceholders: true,
        },
        { id, sender, content },
      )
      return insertId
    }
    turn = { user: await add('user', userText), ai: await add('ai', aiText) }
    await connection.execute('UPDATE conversations SET updated_at = LOCALTIME WHERE id = ?', [id])
  }
  await transaction.commit()
  return turn
}
