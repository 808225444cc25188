import type { Connection } from 'mysql2/promise'

export async function titles(connection: Connection) {
  const [rows] = await connection.execute({
    sql: 'SELECT ALL conversations.`title` AS title FROM conversations',
  })
  return (rows as { title: string }[]).map(({ title }) => ({ title })) as never
}
