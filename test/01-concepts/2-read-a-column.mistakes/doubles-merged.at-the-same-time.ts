import type { Connection, RowDataPacket } from 'mysql2/promise'

// A send that was clicked twice counts once.
export async function messageTexts(connection: Connection): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT content, timestamp, conversation_id, sender FROM messages ORDER BY id',
  )
  const seen = new Set<string>()
  return rows
    .filter((row) => {
      const key = JSON.stringify(row)
      return !seen.has(key) && seen.add(key)
    })
    .map(({ content }) => content)
}
