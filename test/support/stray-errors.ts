import { FindingError } from './findings.ts'
import { realDelay } from './real-delay.ts'

/** An error that nobody waits for belongs to the test in which it comes. */
export async function withoutStrayErrors(work: () => Promise<void>): Promise<void> {
  let stray: { error: unknown } | undefined
  const onRejection = (reason: unknown) => {
    const { name, message } = reason instanceof Error ? reason : new Error(String(reason))
    const params = { name, message }
    stray ??= {
      error: new FindingError({ finding: { key: 'finding.unhandled-rejection', params } }),
    }
  }
  const onException = (error: unknown) => {
    stray ??= { error }
  }
  using _rejections = insteadOfOthers('unhandledRejection', onRejection)
  using _exceptions = insteadOfOthers('uncaughtException', onException)
  try {
    await work().finally(() => realDelay(1))
  } catch (error) {
    // The missing `await` is the cause, what the test then found is its effect.
    if (!stray) throw error
  }
  if (stray) throw stray.error
}

// --- internal ---

/** The only listener until it is disposed of. */
function insteadOfOthers(event: string, listener: (error: unknown) => void): Disposable {
  const others = process.rawListeners(event) as ((error: unknown) => void)[]
  process.removeAllListeners(event)
  process.on(event, listener)
  return {
    [Symbol.dispose]() {
      process.off(event, listener)
      for (const other of others) process.on(event, other)
    },
  }
}
