import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { ForksPoolWorker, type PoolOptions, type WorkerRequest } from 'vitest/node'

/** A worker that has said nothing for so long is stuck: tests end, one way or the other, well before. Milliseconds. */
const longestSilence = Number(process.env.WORKBOOK_WATCHDOG) || 7000

/**
 * Vitest's pool of processes with a watchdog: a worker whose thread never comes back (`while (true) {}`) is killed,
 * which Vitest by itself never does. Vitest then reports that the worker ended; the runner turns that into a verdict.
 */
export const watchedPool = {
  name: 'watched',
  createPoolWorker: (options: PoolOptions) => new WatchedWorker(options),
}

/** Was the worker of this spec killed by the watchdog in its last run? */
export function wasStuck(spec: string): boolean {
  return stuckSpecs.has(path.normalize(spec))
}

// --- internal ---

const stuckSpecs = new Set<string>()

class WatchedWorker extends ForksPoolWorker {
  override readonly name = 'watched'
  private timer: NodeJS.Timeout | undefined

  override async start(): Promise<void> {
    await super.start()
    this.on('message', () => this.timer?.refresh())
  }

  override send(message: WorkerRequest): void {
    if (message.type === 'run') {
      const specs = message.context.files.map((file) => path.normalize(file.filepath))
      for (const spec of specs) stuckSpecs.delete(spec)
      this.timer = setTimeout(() => {
        for (const spec of specs) stuckSpecs.add(spec)
        this.process?.kill('SIGKILL')
      }, longestSilence)
      this.timer.unref()
    }
    super.send(message)
  }

  override async stop(): Promise<void> {
    clearTimeout(this.timer)
    await super.stop()
  }

  /** Vitest keeps it private; a test kills an endless loop for real, so a change in Vitest shows. */
  private get process(): ChildProcess | undefined {
    return (this as unknown as { _fork?: ChildProcess })._fork
  }
}
