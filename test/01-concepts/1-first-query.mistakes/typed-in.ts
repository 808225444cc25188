import type { Connection } from 'mysql2/promise'

export async function titles(_connection: Connection) {
  return ['First steps with SQL', 'Weekend in Kazan', 'Empty conversation'].map((title) => ({
    title,
  }))
}
