import { createConnection, type Connection, type ConnectionOptions } from 'mysql2/promise'
import { practise } from '#workbook/practice'

/**
 * Opens a connection, lets `work` use it, and closes it again: after success, after an error, after a KILL.
 * @returns what `work` returned
 * @throws what `work` threw, or what kept it from connecting
 */
export async function withConnection<T>(
  config: ConnectionOptions,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  // TODO: connect, run work, and end the connection whatever happens
  throw new Error('TODO')
}

// npx tsx lessons/10-cleanup/1-with-connection.ts
await practise(import.meta, async (connection) => {
  const { host, port, user, password, database } = connection.config
  const config = { host, port, user, password, database }
  const isOpen = async (thread: number) => {
    const [threads] = await connection.query('SHOW PROCESSLIST')
    return (threads as { Id: number }[]).some(({ Id }) => Id === thread)
  }
  let thread = 0
  const failure = await withConnection(config, async (own) => {
    thread = own.threadId
    console.log('Open while work runs:', await isOpen(thread))
    await own.query('SELEKT 1')
  }).catch((error: Error & { code?: string }) => error)
  if (failure?.message === 'TODO') throw failure
  await new Promise((resolve) => setTimeout(resolve, 50))
  console.log('What work threw:', failure?.code)
  console.log('Open afterwards:', await isOpen(thread))
})
