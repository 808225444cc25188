import type { Connection, RowDataPacket } from 'mysql2/promise'

// A class with a generator of placeholders.

export interface Found extends RowDataPacket {
  id: number
  title: string
}

class Ids {
  readonly list: number[]

  constructor(ids: Iterable<number>) {
    this.list = [...new Set(ids)]
  }

  *marks() {
    for (const _ of this.list) yield '?'
  }

  toString() {
    return [...this.marks()].join()
  }
}

export async function findByIds(connection: Connection, ids: number[]): Promise<Found[]> {
  const own = new Ids(ids)
  if (own.list.length === 0) return []
  const sql = `SELECT c.id, c.title FROM conversations c WHERE c.id = ANY (SELECT * FROM (VALUES ${own.list.map(() => 'ROW(?)').join()}) v) ORDER BY c.id`
  const [rows] = await connection.execute<Found[]>(sql, own.list)
  return rows
}
