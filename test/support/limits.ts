import { withoutMark } from './by-test.ts'
import type { Server } from './server.ts'

/**
 * The rows that `work` would return at most, however many there are: the number of its LIMIT, even one that no test can
 * reach. Undefined if there is no LIMIT, or only `LIMIT 1`, or if `work` goes on asking page by page.
 */
export async function limitOf(
  server: Pick<Server, 'observe' | 'query'>,
  work: () => Promise<unknown>,
): Promise<number | undefined> {
  const { statements } = await server.observe(work)
  const limited = statements.filter(
    ({ command, sql }) =>
      command !== 'Prepare' && !withoutMark(sql).byTest && /\blimit\b/i.test(sql),
  )
  if (limited.length !== 1) return undefined
  // The server says where it is a clause, and not a word in a text.
  const plan = await server
    .query<{ EXPLAIN: string }>(`EXPLAIN FORMAT=TREE ${limited[0]!.sql}`)
    .catch(() => [])
  const limits = [...String(plan[0]?.EXPLAIN).matchAll(/\bLimit(?:\/Offset)?: (\d+)/g)]
  return limits.map(([, rows]) => Number(rows)).find((rows) => rows > 1 && rows < everything)
}

// --- internal ---

/** A LIMIT that is this large stands for "all". */
const everything = 1e9
