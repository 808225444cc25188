import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  const count = async (): Promise<number> => {
    const [rows] = await connection.query<RowDataPacket[]>(
      'SELECT COUNT(*) AS n FROM conversations',
    )
    return Number(rows[0]?.n)
  }
  const before = await count()
  await connection.execute('DELETE FROM conversations WHERE id = ?', [id])
  return (await count()) < before
}
