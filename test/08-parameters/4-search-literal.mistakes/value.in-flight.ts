// Two calls at once share an answer.
import type { Connection, RowDataPacket } from 'mysql2/promise'

export interface FoundMessage extends RowDataPacket {
  id: number
  content: string
}

const running = new Map<string, Promise<FoundMessage[]>>()

export function searchLiteral(connection: Connection, text: string): Promise<FoundMessage[]> {
  const old = running.get(text)
  if (old) return old
  const answer = ask(connection, text).finally(() => running.delete(text))
  running.set(text, answer)
  return answer
}

async function ask(connection: Connection, text: string): Promise<FoundMessage[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const [rows] = await connection.execute<FoundMessage[]>(
    'SELECT id, content FROM messages WHERE content LIKE ? ORDER BY id',
    [pattern],
  )
  return rows
}
