// Titles, a savepoint, and a count by SUM.
import type { Connection, RowDataPacket } from 'mysql2/promise'

// Counts with a placeholder and a different function.
export async function watchCommit(
  writer: Connection,
  reader: Connection,
): Promise<[number, number]> {
  const count = async () => {
    const [[row]] = await reader.execute<RowDataPacket[]>({
      sql: 'SELECT CAST(SUM(1) AS SIGNED) FROM `conversations` WHERE ? = 1',
      values: [1],
      rowsAsArray: true,
    })
    return Number((row as unknown as unknown[])[0])
  }
  const numbers: number[] = []
  await writer.query('BEGIN')
  try {
    await writer.execute('INSERT conversations SET title = ?', ['Watched'])
    numbers.push(await count())
    await writer.query('COMMIT')
  } catch (error) {
    await writer.query('ROLLBACK')
    throw error
  }
  numbers.push(await count())
  return numbers as [number, number]
}
