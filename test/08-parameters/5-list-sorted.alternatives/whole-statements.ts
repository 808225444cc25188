import type { Connection, RowDataPacket } from 'mysql2/promise'

interface Listed extends RowDataPacket {
  id: number
  title: string
}

const statements = new Map(
  ['id', 'title', 'updated_at'].flatMap((column) =>
    ['asc', 'desc'].map((direction): [string, string] => [
      `${column} ${direction}`,
      `SELECT id, title FROM conversations ORDER BY ${column} ${direction}`,
    ]),
  ),
)

// Six statements, prepared and known in advance.
export async function listSorted(
  connection: Connection,
  column: string,
  direction: string,
): Promise<Listed[]> {
  const sql = statements.get(`${column} ${direction}`)
  if (!sql) throw new RangeError(`Cannot sort by ${column} ${direction}.`)
  const [rows] = await connection.execute<Listed[]>(sql)
  return rows
}
