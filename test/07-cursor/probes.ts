import type { Connection } from 'mysql2/promise'
import { mistake, type Server } from '#support'

/** Calls the function, kills its connection, and fails unless the next call throws. */
export async function expectErrorPassedOn(
  server: Server,
  connection: Connection,
  call: () => Promise<unknown>,
): Promise<void> {
  await call()
  await server.kill(connection)
  // The driver hears of it a moment later.
  await connection.ping().catch(() => {})
  const outcome = await call().then(
    (seen) => ({ seen }),
    () => undefined,
  )
  if (outcome)
    throw mistake('swallows-errors', { expected: 'an error: the connection is lost', ...outcome })
}
