import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function findConversation(
  connection: Connection,
  id: number,
): Promise<RowDataPacket | undefined> {
  const [[all]] = await connection.query<RowDataPacket[]>(
    'SELECT JSON_OBJECTAGG(id, title) AS titles FROM conversations',
  )
  const title = all!.titles?.[id]
  return title === undefined ? undefined : ({ id, title } as RowDataPacket)
}
