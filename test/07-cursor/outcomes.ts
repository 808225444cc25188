import { mistake, type Server } from '#support'

/** What several specs of this lesson ask of an answer. */
export type Outcome<T> = { value: T } | { error: unknown }

/** How a call ended. An untouched stub's error is thrown on. */
export function outcomeOf<T>(call: Promise<T>): Promise<Outcome<T>> {
  return call.then(
    (value) => ({ value }),
    (error: unknown) => {
      if ((error as Error)?.message === 'TODO') throw error
      return { error }
    },
  )
}

/** Does the function hand on what the server refuses? Takes the tables away and asks again. */
export async function expectErrorPassedOn(server: Server, ask: () => Promise<unknown>) {
  await ask()
  await server.query('DROP TABLE messages, conversations')
  const outcome = await outcomeOf(ask())
  if ('error' in outcome) return
  const seen = outcome.value ?? String(outcome.value)
  throw mistake('swallows-errors', { expected: 'ER_NO_SUCH_TABLE (1146)', seen })
}
