/**
 * Does work that Ctrl-C ends: the signal that `work` is given then aborts, and so it does with `outer`. Until the work
 * is done the keyboard is the workbook's own, since a Ctrl-C of the terminal goes to every process in it: to the
 * student's code and to the server too. Other keys are swallowed, so that none of them answers the next question.
 * Needs a terminal.
 */
export async function interruptible<T>(
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const onData = (chunk: Buffer | string) => {
    if (chunk.toString().includes(ctrlC)) controller.abort()
  }
  process.stdin.setRawMode(true)
  process.stdin.on('data', onData).resume()
  try {
    return await work(AbortSignal.any([outer, controller.signal]))
  } finally {
    process.stdin.off('data', onData).pause()
    process.stdin.setRawMode(false)
  }
}

// --- internal ---

const ctrlC = '\u0003'
