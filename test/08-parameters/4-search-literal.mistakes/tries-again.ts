// After a deadlock it is asked once more.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

export async function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  return once(connection, text).catch((error: { errno?: number }) => {
    if (error.errno !== 1213) throw error
    return once(connection, text)
  })
}

async function once(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
}
