import type { Pool, PoolConnection, ResultSetHeader } from 'mysql2/promise'

// Does not lean on the cascade: the messages first, in one transaction.
export function conversationChanges(pool: Pool) {
  const found = ([result]: [ResultSetHeader, unknown]) => Boolean(result.affectedRows)
  return {
    async renameConversation(id: number, title: string) {
      return found(
        await pool.execute<ResultSetHeader>('UPDATE conversations SET title = ? WHERE id = ?', [
          title,
          id,
        ]),
      )
    },
    async archiveConversation(id: number) {
      return found(
        await pool.execute<ResultSetHeader>(
          'UPDATE conversations SET is_archived = TRUE WHERE id = ?',
          [id],
        ),
      )
    },
    deleteConversation: (id: number) =>
      inTransaction(pool, async (connection) => {
        await connection.execute('DELETE FROM messages WHERE conversation_id = ?', [id])
        return found(
          await connection.execute<ResultSetHeader>('DELETE FROM conversations WHERE id = ?', [id]),
        )
      }),
  }
}

async function inTransaction<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    await connection.rollback().catch(() => connection.destroy())
    throw error
  } finally {
    connection.release()
  }
}
