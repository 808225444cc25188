import type { Connection } from 'mysql2/promise'
import { isDeepStrictEqual } from 'node:util'
import { byTest, loseAtEachStatement, mistake, expectSavepointLeft, type Lab } from '#support'
import { expectEachThrown, outcomeOf } from './outcomes.ts'

/**
 * Does a function that asks `information_schema` let errors through? The server finds the question too big, the
 * connection is lost, or was closed before the call. An answer that comes anyway must be right.
 * @param call the student's function, over this connection
 */
export async function expectErrorPassedOn(
  lab: Lab,
  call: (connection: Connection) => Promise<unknown>,
): Promise<void> {
  const { asItIs, connect, connection, server } = lab
  const expected = await call(connection)
  const [narrow, lost, closed] = [await connect(), await connect(), await connect()]
  await narrow.query(byTest('SET SESSION max_join_size = 1'))
  await asItIs()
  const refused = await outcomeOf(call(narrow))
  if ('value' in refused && !isDeepStrictEqual(refused.value, expected))
    throw mistake('swallows-errors', { expected: 'ER_TOO_BIG_SELECT (1104)', seen: refused.value })
  await expectSavepointLeft(narrow, () => call(narrow))
  lost.on('error', () => {})
  await server.kill(lost)
  // The driver notices a moment later.
  await lost.ping().catch(() => {})
  closed.on('error', () => {})
  await closed.end()
  await expectEachThrown({
    'an error: the connection is lost': () => call(lost),
    'an error: the connection is closed': () => call(closed),
  })
  await loseAtEachStatement(lab, call)
}

/** What has come over this connection's socket; mysql2's types do not mention it. */
export function bytesRead(connection: Connection): number {
  return (connection as unknown as { connection: { stream: { bytesRead: number } } }).connection
    .stream.bytesRead
}
