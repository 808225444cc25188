import {
  createConnection,
  createPool,
  type ConnectionOptions,
  type Pool,
  type RowDataPacket,
} from 'mysql2/promise'
import { practise } from '#workbook/practice'

interface CountRow extends RowDataPacket {
  count: number
}

interface ConversationRow extends RowDataPacket {
  title: string
}

interface IdRow extends RowDataPacket {
  id: number
}

// Three functions of a small report module. What they return is right; what they leave behind is not.
// TODO: these functions have three leaks; find them, and close what was opened, on every way out
/** How many messages a conversation has. */
export async function countMessages(options: ConnectionOptions, id: number): Promise<number> {
  const connection = await createConnection(options)
  const [rows] = await connection.execute<CountRow[]>(
    'SELECT COUNT(*) AS count FROM messages WHERE conversation_id = ?',
    [id],
  )
  await connection.end()
  return rows[0]!.count
}

/** The title of a conversation; null if there is none. */
export async function titleOf(pool: Pool, id: number): Promise<string | null> {
  const connection = await pool.getConnection()
  const [rows] = await connection.execute<ConversationRow[]>(
    'SELECT title FROM conversations WHERE id = ?',
    [id],
  )
  if (rows.length === 0) return null
  connection.release()
  return rows[0]!.title
}

/** The ids of the messages that contain `word`, in order. */
export async function searchMessages(options: ConnectionOptions, word: string): Promise<number[]> {
  const pool = createPool({ ...options, connectionLimit: 3 })
  const [rows] = await pool.execute<IdRow[]>(
    'SELECT id FROM messages WHERE LOCATE(?, content) > 0 ORDER BY id',
    [word],
  )
  return rows.map((row) => row.id)
}

// npx tsx lessons/10-cleanup/4-leak-hunt.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  const options = { host, port, user, password, database }
  const pool = createPool({ ...options, connectionLimit: 2 })
  const openNow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const [threads] = await connection.query('SHOW PROCESSLIST')
    return (threads as { db: string | null }[]).filter(({ db }) => db?.startsWith(database!)).length
  }
  const empty = `${database}_without_tables`
  await connection.query('CREATE DATABASE IF NOT EXISTS ??', [empty])
  console.log('Open before:', await openNow())
  await countMessages({ ...options, database: empty }, 1).catch(() => {})
  await countMessages(options, 1)
  console.log('After countMessages():', await openNow())
  await titleOf(pool, -1)
  await titleOf(pool, 1)
  console.log('After titleOf() (the pool keeps its own):', await openNow())
  await searchMessages(options, 'cat')
  await searchMessages(options, 'key')
  console.log('After searchMessages():', await openNow())
  await connection.query('DROP DATABASE ??', [empty])
  // Ends this program even if connections are still open.
  process.exit()
})
