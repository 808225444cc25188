import { mistake } from '#support'

/** `work` must reject; what it returned instead is that mistake. A stub's TODO does not count. */
export async function expectRejection(id: string, reason: string, work: () => Promise<unknown>) {
  const outcome = await work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('value' in outcome) throw mistake(id, { expected: reason, seen: outcome.value })
  if ((outcome.error as Error)?.message === 'TODO') throw outcome.error
}
