import {
  createConnection,
  createPool,
  type ConnectionOptions,
  type Pool,
  type RowDataPacket,
} from 'mysql2/promise'

// One helper for all three.

async function using<R, T>(
  resource: R,
  work: (resource: R) => Promise<T>,
  close: (resource: R) => unknown,
) {
  try {
    return await work(resource)
  } finally {
    await close(resource)
  }
}

export const countMessages = async (options: ConnectionOptions, id: number): Promise<number> =>
  using(
    await createConnection(options),
    async (connection) => {
      const [rows] = await connection.query<RowDataPacket[][]>({
        sql: 'SELECT COUNT(*) FROM messages WHERE conversation_id = ?',
        values: [id],
        rowsAsArray: true,
      })
      return rows[0]![0] as unknown as number
    },
    (connection) => connection.end(),
  )

export const titleOf = async (pool: Pool, id: number): Promise<string | null> =>
  using(
    await pool.getConnection(),
    async (connection) => {
      const [rows] = await connection.query<RowDataPacket[]>(
        { sql: 'SELECT title FROM conversations WHERE id = :id', namedPlaceholders: true },
        { id },
      )
      return (rows[0]?.title as string | undefined) ?? null
    },
    (connection) => pool.releaseConnection(connection),
  )

export const searchMessages = async (options: ConnectionOptions, word: string): Promise<number[]> =>
  using(
    createPool(options),
    async (pool) => {
      const [rows] = await pool.execute<RowDataPacket[]>(
        'SELECT id FROM messages WHERE INSTR(content, ?) ORDER BY id',
        [word],
      )
      return rows.map(({ id }) => id as number)
    },
    (pool) => pool.end(),
  )
