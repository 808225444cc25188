import type { Connection } from 'mysql2/promise'
import { sqlOf, type Lab, type Server } from '#support'

/** Runs `ask`. Does its SQL name the practice database, as in `ai_chat_db.conversations`? */
export async function asksElsewhere(
  { practice, observe }: Server,
  ask: () => Promise<unknown>,
): Promise<boolean> {
  const { statements } = await observe(() => ask().catch(() => {}))
  return new RegExp(String.raw`(^|\W)${practice.name}\W?\s*\.`).test(sqlOf(statements))
}

/** More conversations than fit on a page of a hundred, with every kind of title. */
export async function addManyConversations({ random, server }: Lab): Promise<void> {
  const titles = random.hostile('title')
  while (titles.length < 101) titles.push(random.word())
  await server.query('INSERT INTO conversations (title) VALUES ?', [titles.map((one) => [one])])
}

/** Counts the rows that come over this connection. @returns how many have come so far */
export function countRows(connection: Connection): () => number {
  let count = 0
  for (const name of ['query', 'execute'] as const) {
    const send = connection[name].bind(connection) as (...args: unknown[]) => Promise<unknown[]>
    const value = async (...args: unknown[]) => {
      const answer = await send(...args)
      if (Array.isArray(answer[0])) count += answer[0].length
      return answer
    }
    Object.defineProperty(connection, name, { value, configurable: true, writable: true })
  }
  return () => count
}
