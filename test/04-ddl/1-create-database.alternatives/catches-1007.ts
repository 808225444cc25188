import type { Connection } from 'mysql2/promise'

export async function createDatabase(connection: Connection, name: string): Promise<void> {
  try {
    const quoted = `\`${name.replaceAll('`', '``')}\``
    await connection.execute(
      `CREATE DATABASE ${quoted} DEFAULT CHARACTER SET = utf8mb4 COLLATE utf8mb4_bin`,
    )
  } catch (error) {
    if ((error as { errno?: number }).errno !== 1007) throw error
  }
}
