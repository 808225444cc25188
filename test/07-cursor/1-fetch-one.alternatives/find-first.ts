import type { Connection, ExecuteValues, RowDataPacket } from 'mysql2/promise'

class Reader {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  async first<T extends RowDataPacket>(sql: string, params: ExecuteValues[]): Promise<T | null> {
    const [rows] = await this.connection.query<T[]>({ sql, values: params })
    for (const row of rows) return row
    return null
  }
}

export function fetchOne<T extends RowDataPacket>(
  connection: Connection,
  sql: string,
  params: ExecuteValues[] = [],
): Promise<T | null> {
  return new Reader(connection).first<T>(sql, params)
}
