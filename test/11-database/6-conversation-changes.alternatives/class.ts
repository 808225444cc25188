import type { Pool, ResultSetHeader } from 'mysql2/promise'

/** A class that keeps the pool. */
class Changes {
  #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async renameConversation(id: number, title: string): Promise<boolean> {
    const sql = 'UPDATE conversations SET title = ? WHERE id = ?'
    const [result] = await this.#pool.execute<ResultSetHeader>(sql, [title, id])
    return result.affectedRows > 0
  }

  async archiveConversation(id: number): Promise<boolean> {
    const sql = 'UPDATE conversations SET is_archived = 1 WHERE id = ?'
    const [result] = await this.#pool.execute<ResultSetHeader>(sql, [id])
    return result.affectedRows > 0
  }

  async deleteConversation(id: number): Promise<boolean> {
    const sql = 'DELETE FROM conversations WHERE id = ?'
    const [result] = await this.#pool.execute<ResultSetHeader>(sql, [id])
    return result.affectedRows > 0
  }
}

export const conversationChanges = (pool: Pool) => new Changes(pool)
