import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { ForksPoolWorker, type PoolOptions, type WorkerRequest } from 'vitest/node'

/** A worker that has said nothing for so long is stuck: tests end, one way or the other, well before. Milliseconds. */
const longestSilence = 7000
/** Our own answers do not loop, mutants of them do; one test may run a whole spec there, on a busy machine. */
const ownProjects = {
  mutants: 20_000,
  solutions: 60_000,
  answers: 60_000,
  pages: 60_000,
} as Record<string, number>
/** For messages that have come and were not read yet, when this process itself was kept from running. */
const grace = 1000

/**
 * Vitest's pool of processes with two additions. A watchdog: a worker whose thread never comes back (`while (true) {}`)
 * is killed, which Vitest by itself never does; Vitest then reports that the worker ended, and the runner turns that
 * into a verdict. And a spare: in a session that watches, the next worker is started and loaded while nothing happens,
 * so that a save does not wait for it. A spare runs one spec file and ends, like any worker.
 */
export const watchedPool = {
  name: 'watched',
  createPoolWorker: (options: PoolOptions) => new WatchedWorker(options),
}

/** From now on a worker is kept ready. Dispose it to end the one that waits. */
export function keepSpareWorker(): Disposable {
  keepsSpare = true
  return {
    [Symbol.dispose]() {
      keepsSpare = false
      spare?.child.kill('SIGKILL')
      spare = undefined
    },
  }
}

/** Ends every worker of this process that runs. */
export function killWorkers(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Was the worker of this spec killed by the watchdog in its last run? */
export function wasStuck(spec: string): boolean {
  return stuckSpecs.has(path.normalize(spec))
}

// --- internal ---

const stuckSpecs = new Set<string>()
const running = new Set<ChildProcess>()
let keepsSpare = false
let spare: { child: ChildProcess; key: string } | undefined

class WatchedWorker extends ForksPoolWorker {
  override readonly name = 'watched'
  private timer: NodeJS.Timeout | undefined
  private heard = 0
  private readonly longestSilence: number
  private readonly watches: boolean

  constructor(options: PoolOptions) {
    super(options)
    const { name, config } = options.project
    // At a breakpoint a worker says nothing, and that is right.
    this.watches = !config.inspector?.enabled
    this.longestSilence = ownProjects[name] ?? longestSilence
  }

  private get child(): ChildProcess | undefined {
    return internals(this)._fork
  }

  override async start(): Promise<void> {
    if (spare?.key === this.key && spare.child.connected) {
      internals(this)._fork = spare.child
      spare = undefined
    }
    await super.start()
    const { child } = this
    if (child) running.add(child)
    child?.once('exit', () => running.delete(child))
    this.on('message', (message: { type?: string } | undefined) => {
      this.heard++
      this.timer?.refresh()
      if (message?.type === 'testfileFinished') this.stopWatching()
    })
  }

  override send(message: WorkerRequest): void {
    if (message.type === 'run' && this.watches) {
      const specs = message.context.files.map((file) => path.normalize(file.filepath))
      for (const spec of specs) stuckSpecs.delete(spec)
      this.stopWatching()
      this.timer = setTimeout(() => this.killIfSilent(specs), this.longestSilence)
      this.timer.unref()
    }
    super.send(message)
  }

  override async stop(): Promise<void> {
    this.stopWatching()
    if (keepsSpare) spare ??= { child: this.startSpare(), key: this.key }
    await super.stop()
  }

  private stopWatching(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private killIfSilent(specs: string[]): void {
    const { heard } = this
    setTimeout(() => {
      if (this.heard !== heard || !this.timer) return
      for (const spec of specs) stuckSpecs.add(spec)
      this.child?.kill('SIGKILL')
    }, grace).unref()
  }

  private get key(): string {
    return JSON.stringify([this.execArgv, this.env])
  }

  /** As ForksPoolWorker.start() does it. */
  private startSpare(): ChildProcess {
    const { env, execArgv } = this
    const child = fork(this.entrypoint, [], {
      env: env as NodeJS.ProcessEnv,
      execArgv,
      stdio: 'pipe',
      serialization: 'advanced',
    })
    child.on('error', () => {})
    child.unref()
    return child
  }
}

/** Vitest keeps its process private. The tests kill a real endless loop and time a real save, so a change in Vitest shows. */
function internals(worker: ForksPoolWorker): { _fork?: ChildProcess } {
  return worker as unknown as { _fork?: ChildProcess }
}
