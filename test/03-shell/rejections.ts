import type { Connection } from 'mysql2/promise'
import { byTest, mistake, refuseStatements, type Lab } from '#support'

/** `work` must reject; if it returns something instead, that is the mistake. A stub's TODO does not count. */
export async function expectRejection(id: string, reason: string, work: () => Promise<unknown>) {
  const outcome = await work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('value' in outcome) throw mistake(id, { expected: reason, seen: outcome.value })
  if ((outcome.error as Error)?.message === 'TODO') throw outcome.error
}

/**
 * `work` must reject, whatever the server refuses its question for; if it returns something instead, that is `wrong`. In between
 * it may succeed: what it was told then is not what there is now.
 */
export function expectEachRefusal(
  lab: Lab,
  work: (connection: Connection) => Promise<unknown>,
  wrong: (reason: string, seen: unknown) => Error,
): Promise<void> {
  const statements = /^\s*(show|select|desc|describe|explain|with)\b/i
  const again = async (connection: Connection) => {
    try {
      return await work(connection)
    } catch (error) {
      // By now it is no longer refused.
      await work(connection)
      throw error
    }
  }
  return refuseStatements(lab, again, { statements, wrong })
}

/**
 * Connections on which the server refuses each question, one after the other, each with a different error: 1104 (it would
 * look at too many rows), the driver's own since the connection is closed, and a lost connection.
 * @param work was told over each of them what there is, before
 */
export async function* refusingConnections(
  { connect, server }: Lab,
  work: (connection: Connection) => Promise<unknown>,
): AsyncGenerator<Connection> {
  const limited = await connect()
  await work(limited)
  await limited.query(byTest('SET SESSION max_join_size = 1, sql_big_selects = 0'))
  yield limited
  const closed = await connect()
  await work(closed)
  await closed.end()
  yield closed
  const lost = await connect()
  await work(lost)
  await server.kill(lost)
  yield lost
}
