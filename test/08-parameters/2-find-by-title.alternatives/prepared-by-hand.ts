import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Found extends RowDataPacket {
  id: number
  title: string
}

// prepare() by hand: the driver keeps the statement for the next call.
export async function findByTitle(connection: Connection, title: string): Promise<Found[]> {
  const statement = await connection.prepare(
    'SELECT c.id, c.title FROM conversations AS c WHERE ? = c.title ORDER BY c.id',
  )
  const [rows] = await statement.execute([title])
  return rows as Found[]
}
