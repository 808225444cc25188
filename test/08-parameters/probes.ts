import { expectValue, limitOf, mistake, sqlOf, type Server, type Statement } from '#support'

/** What several specs of this lesson ask of an answer. `ask` calls the student's function with a value. */
type Ask<T> = (value: T) => Promise<unknown>

/**
 * Fails unless a value travels separately from the SQL. The statement log shows it: a value that was built into the text is
 * in `Query` or `Prepare`; one that travels separately is in `Execute` alone; one that was never sent, nowhere.
 * @param canary a value that occurs nowhere else
 */
export async function expectSentApart(
  server: Server,
  canary: string,
  ask: Ask<string>,
): Promise<void> {
  const { statements } = await server.observe(() => ask(canary))
  const text = statements.filter(({ command, sql }) => command !== 'Execute' && holds(sql, canary))
  if (text.length > 0) throw await accuse(text, ask)
  const apart = statements.some(({ command, sql }) => command === 'Execute' && holds(sql, canary))
  if (apart) return
  // Encoded, it does not look like itself; but a different value gives a different statement.
  const [one, other] = [
    await server.observe(() => ask(`${canary}x`)),
    await server.observe(() => ask(`${canary}y`)),
  ]
  const ofCommand = (all: readonly Statement[], execute: boolean) =>
    sqlOf(all.filter(({ command }) => (command === 'Execute') === execute))
  if (ofCommand(one.statements, false) !== ofCommand(other.statements, false))
    throw mistake('value-in-sql', { expected: 'Execute', seen: statements.map(readable) })
  if (ofCommand(one.statements, true) === ofCommand(other.statements, true))
    throw mistake('value-not-sent', { expected: canary, seen: statements.map(readable) })
}

/** Fails if there is a limit on the rows, however high. @param enough such a limit is none: that many there can be */
export async function expectUnlimited(
  server: Server,
  ask: () => Promise<unknown>,
  enough?: number,
): Promise<void> {
  const limit = await limitOf(server, ask)
  if (limit !== enough) expectValue(limit, undefined, 'LIMIT')
}

/** Fails if this is the earlier answer, and the right one is another by now. */
export function expectFresh(seen: unknown, expected: unknown, earlier: unknown): void {
  const [now, wanted, before] = [seen, expected, earlier].map((one) => JSON.stringify(one))
  if (now === before && now !== wanted) throw mistake('stale-answer', { expected, seen })
}

/** SQL that stores the rows of a table in the opposite order: they come in that of the ids only if it is asked for. */
export const storedBackwards = (table: string) =>
  `SET foreign_key_checks = 0; ALTER TABLE ${table} DROP PRIMARY KEY, ADD PRIMARY KEY (id DESC); SET foreign_key_checks = 1`

/**
 * The student's function; a statement that the driver has closed and sends again (1243) is a
 * separate mistake.
 */
export function noticeClosed<Args extends unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await work(...args)
    } catch (error) {
      if ((error as { errno?: number } | null)?.errno !== 1243) throw error
      throw mistake('statement-closed', { seen: error })
    }
  }
}

/** Fails when all missing rows have a property that no row in the result has: somebody has added a condition. */
export function expectNoCondition<T extends { id: number }>(
  seen: unknown,
  expected: readonly T[],
  ...properties: ((row: T) => unknown)[]
): void {
  if (!Array.isArray(seen)) return
  const ids = new Set(seen.map((row: { id?: unknown } | null) => row?.id))
  const [came, missing] = [true, false].map((there) =>
    expected.filter(({ id }) => ids.has(id) === there),
  ) as [T[], T[]]
  const guilty = properties.some((property) => {
    const valueOf = new Set(missing.map(property))
    return valueOf.size === 1 && !came.some((row) => valueOf.has(property(row)))
  })
  if (came.length > 1 && missing.length > 1 && guilty)
    throw mistake('extra-condition', { expected, seen })
}

/** Attacks that end a string early, in single and in double quotes. */
const attacks = [`' OR '1'='1`, `" OR "1"="1`]
/** The same against code that doubles quotes: the backslash makes the first of the two an ordinary character. */
const attacksOnDoubledQuotes = [`\\' OR 1=1 -- `, `\\" OR 1=1 -- `]

/** Does one of these texts become SQL? Then rows come back that nobody asked for, or a statement that is not valid. */
export async function breaksOut<T>(texts: readonly T[], ask: Ask<T>): Promise<T | undefined> {
  for (const text of texts) {
    const rows = await ask(text).catch((error: { errno?: number }) =>
      error.errno === 1064 ? [error] : [],
    )
    if (Array.isArray(rows) && rows.length > 0) return text
  }
  return undefined
}

// --- internal ---

async function accuse(text: readonly Statement[], ask: Ask<string>) {
  const details = { expected: 'Execute', seen: text.map(readable) }
  if (await breaksOut(attacks, ask)) return mistake('sql-built-from-strings', details)
  if (await breaksOut(attacksOnDoubledQuotes, ask)) return mistake('quotes-doubled', details)
  return mistake('value-in-sql', details)
}

/** As it is, or spelled in hexadecimal (`0x…`, `X'…'`). */
function holds(sql: string, canary: string): boolean {
  return sql.includes(canary) || sql.toLowerCase().includes(Buffer.from(canary).toString('hex'))
}

function readable({ command, sql }: Statement): string {
  return `${command}: ${sql}`
}
