import type { Connection } from 'mysql2/promise'

/**
 * Adds a conversation over `writer`, in a transaction, and counts all conversations over `reader` twice: after the
 * INSERT but before the commit, then after the commit. Returns the two numbers.
 * Both connections are left as they were: no open transaction, no changed setting, even after an error.
 */
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  await writer.beginTransaction()
  try {
    const inserted = writer.query('INSERT INTO conversations () VALUES ()')
    const before = await countConversations(reader)
    await inserted
    await writer.commit()
    const after = await countConversations(reader)
    return [before, after]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}

async function countConversations(connection: Connection): Promise<number> {
  const statement = await connection.prepare('/* how many */ SELECT COUNT(*) FROM conversations')
  const [rows] = await statement.execute([])
  return Number(Object.values((rows as object[])[0]!)[0])
}
