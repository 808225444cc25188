import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { patience } from './patience.ts'

/** Disposing ends the process: by this signal, and if it does not listen, by force. It never outlives this process. */
export function ending(child: ChildProcess, signal: NodeJS.Signals): AsyncDisposable {
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit').catch(() => {})
  return {
    async [Symbol.asyncDispose]() {
      child.kill(signal)
      const timer = setTimeout(kill, patience)
      await ended
      clearTimeout(timer)
      process.off('exit', kill)
    },
  }
}
