import type { Pool, PoolConnection } from 'mysql2/promise'

// A transaction also begins with the first statement after SET autocommit = 0.
export async function withPooled<T>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection()
  let open = false
  const core = (
    connection as unknown as { connection: { addCommand(command: { sql?: string }): unknown } }
  ).connection
  const send = core.addCommand
  core.addCommand = function (command) {
    if (/^\s*(start\s+transaction|begin)\b/i.test(command.sql ?? '')) open = true
    if (/^\s*(commit|rollback)\s*$/i.test(command.sql ?? '')) open = false
    return send.call(this, command)
  }
  try {
    return await work(connection)
  } finally {
    core.addCommand = send
    if (open) await connection.rollback().catch(() => connection.destroy())
    connection.release()
  }
}
