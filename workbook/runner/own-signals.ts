/**
 * Starts something without the listeners for signals that it would leave behind: Vitest ends the whole process one
 * millisecond after Ctrl-C, before the database and the terminal could be left cleanly.
 */
export async function keepOwnSignals<T>(start: () => Promise<T>): Promise<T> {
  // Removed as soon as they are there: a Ctrl-C may come before `start` is done.
  const onNewListener = (name: string | symbol, listener: (...args: unknown[]) => void) => {
    if (signals.has(name)) process.nextTick(() => process.off(name, listener))
  }
  process.on('newListener', onNewListener)
  try {
    return await start()
  } finally {
    process.off('newListener', onNewListener)
  }
}

// --- internal ---

const signals = new Set<string | symbol>(['SIGINT', 'SIGTERM', 'SIGHUP'])
