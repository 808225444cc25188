// A conversation with an empty title is not counted.
import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Count extends RowDataPacket {
  n: number
}

const sql = "SELECT COUNT(NULLIF(title, '')) AS n FROM conversations"

export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  const count = async (): Promise<number> => {
    const [rows] = await reader.execute<Count[]>(sql)
    return rows[0]!.n
  }
  await writer.beginTransaction()
  try {
    await writer.query('INSERT INTO conversations () VALUES ()')
    const before = await count()
    await writer.commit()
    return [before, await count()]
  } catch (error) {
    await writer.rollback()
    throw error
  }
}
