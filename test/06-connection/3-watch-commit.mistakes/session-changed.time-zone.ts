import type { Connection, RowDataPacket } from 'mysql2/promise'

/** What a row of the count looks like. */
interface Count extends RowDataPacket {
  n: number
}

/**
 * Adds a conversation over `writer`, in a transaction, and counts all conversations over `reader` twice: after the
 * INSERT but before the commit, then after the commit. Returns the two numbers.
 * Both connections are left as they were: no open transaction, no changed setting, even after an error.
 */
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.query("SET SESSION time_zone = '+00:00'")
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await countConversations(reader)
    await writer.commit()
    const after = await countConversations(reader)
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}

async function countConversations(connection: Connection): Promise<number> {
  const [rows] = await connection.query<Count[]>('SELECT COUNT(*) AS n FROM conversations')
  return rows[0]!.n
}
