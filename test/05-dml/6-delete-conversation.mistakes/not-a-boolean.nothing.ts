import type { Connection } from 'mysql2/promise'

export async function deleteConversation(connection: Connection, id: number): Promise<boolean> {
  await connection.execute('DELETE FROM conversations WHERE id = ?', [id])
  return undefined as unknown as boolean
}
