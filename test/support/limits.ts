import { withoutMark } from './by-test.ts'
import type { Server } from './server.ts'

/**
 * The rows that `work` would return at most, however many there are: the number of its LIMIT, even one that no test can
 * reach. Undefined if there is no LIMIT, or only `LIMIT 1`, or if `work` goes on asking page by page.
 * @param add adds as many rows that `work` returns: when a page is full, somebody who reads page by page asks for the next
 */
export async function limitOf(
  server: Pick<Server, 'observe' | 'query'>,
  work: () => Promise<unknown>,
  add?: (rows: number) => Promise<unknown>,
): Promise<number | undefined> {
  const [first, ...others] = await limitedBy(server, work)
  if (!first || others.length > 0) return undefined
  // The server says where it is a clause, and not a word in a text.
  const plan = await server
    .query<{ EXPLAIN: string }>(`EXPLAIN FORMAT=TREE ${first}`)
    .catch(() => [])
  const limits = [...String(plan[0]?.EXPLAIN).matchAll(/\bLimit(?:\/Offset)?: (\d+)/g)]
  const limit = limits.map(([, rows]) => Number(rows)).find((rows) => rows > 1 && rows < everything)
  if (!limit || !add || limit > largestPage) return limit
  await add(limit)
  return (await limitedBy(server, work)).length > 1 ? undefined : limit
}

// --- internal ---

/** A LIMIT that is this large stands for "all". */
const everything = 1e9
/** Rows that nobody would read at once who reads page by page. */
const largestPage = 20_000

/** The statements of `work` that have a LIMIT. */
async function limitedBy(
  server: Pick<Server, 'observe'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const { statements } = await server.observe(work)
  const sent = statements.filter(
    ({ command, sql }) => command !== 'Prepare' && !withoutMark(sql).byTest,
  )
  return sent.map(({ sql }) => sql).filter((sql) => /\blimit\b/i.test(sql))
}
