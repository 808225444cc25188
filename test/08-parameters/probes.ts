import { mistake, type Server, type Statement } from '#support'

/** What several specs of this lesson ask of an answer. `ask` calls the student's function with a value. */
type Ask<T> = (value: T) => Promise<unknown>

/**
 * Fails unless a value travels apart from the SQL. The statement log tells: a value that was built into the text stands
 * in `Query` or `Prepare`; one that travels apart stands in `Execute` alone; one that was never sent, nowhere.
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
  if (!apart) throw mistake('value-not-sent', { expected: canary, seen: statements.map(readable) })
}

/** Does the function hand on what the server refuses? Takes the tables away and asks again. */
export async function expectErrorPassedOn(
  server: Server,
  ask: () => Promise<unknown>,
): Promise<void> {
  await ask()
  await server.query('DROP TABLE messages, conversations')
  const outcome = await ask().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('error' in outcome) return
  throw mistake('swallows-errors', {
    expected: 'ER_NO_SUCH_TABLE (1146)',
    seen: outcome.value ?? String(outcome.value),
  })
}

/** Attacks that end a string early, in single and in double quotes. */
const attacks = [`' OR '1'='1`, `" OR "1"="1`]
/** The same against code that doubles quotes: the backslash makes the first of the two an ordinary character. */
const attacksOnDoubledQuotes = [`\\' OR 1=1 -- `, `\\" OR 1=1 -- `]

/** Does one of these texts become SQL? Then rows come back that nobody asked for, or a statement that is none. */
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
