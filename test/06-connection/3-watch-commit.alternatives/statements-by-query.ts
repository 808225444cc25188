import type { Connection, RowDataPacket } from 'mysql2/promise'

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  const counts: number[] = []
  try {
    await writer.query('BEGIN')
    await writer.execute('INSERT INTO conversations (title) VALUES (?)', ['Seen by two'])
    for (const step of ['DO 0', 'COMMIT']) {
      await writer.query(step)
      const [rows] = await reader.execute<RowDataPacket[]>('SELECT COUNT(id) FROM conversations')
      counts.push(Number(Object.values(rows[0]!)[0]))
    }
  } catch (error) {
    await writer.query('ROLLBACK').catch(() => {})
    throw error
  }
  return [counts[0]!, counts[1]!]
}
