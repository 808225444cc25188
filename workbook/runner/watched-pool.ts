import path from 'node:path'
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node'
import { watchOver, type RunReport, type Watchdog } from './watchdog.ts'
import { keyOf, startProcess, type WorkerProcess } from './worker-process.ts'

/**
 * Vitest's pool of processes with three additions. A watchdog: see watchdog.ts. An end: when its verdict is in, a worker
 * is killed at once with all that it started; Vitest would ask it, and wait a minute for the answer. And a spare: in a
 * session that watches, the next worker is started and loaded while nothing happens, so that a save does not wait for it.
 */
export const watchedPool = {
  name: 'watched',
  createPoolWorker: (options: PoolOptions): PoolWorker => new WatchedWorker(options),
}

/** From now on a worker is kept ready. Dispose it to end the waiting one. */
export function keepSpareWorker(): Disposable {
  keepsSpare = true
  return {
    [Symbol.dispose]() {
      keepsSpare = false
      spare?.kill()
      spare = undefined
    },
  }
}

/** What is known of the last run of a spec. */
export function reportOf(spec: string): RunReport | undefined {
  return reports.get(path.normalize(spec))
}

// --- internal ---

const reports = new Map<string, RunReport>()
let keepsSpare = false
let spare: WorkerProcess | undefined

type Listener = Parameters<PoolWorker['on']>[1]

class WatchedWorker implements PoolWorker {
  readonly name = 'watched'
  readonly cacheFs = true
  readonly #options: PoolOptions
  #worker: WorkerProcess | undefined
  #watchdog: Watchdog | undefined

  constructor(options: PoolOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    this.#worker = takeSpare(this.#options) ?? startProcess(this.#options)
    const { child } = this.#worker
    const { outputStream, errorStream } = this.#options.project.vitest.logger
    child.stdout?.on('data', (chunk) => outputStream.write(chunk))
    child.stderr?.on('data', (chunk) => errorStream.write(chunk))
    this.on('message', (message?: { type?: string }) => {
      this.#watchdog?.hear(message)
      if (message?.type === 'testfileFinished') this.#watchdog?.leave()
    })
  }

  on(event: string, callback: Listener): void {
    this.#worker?.child.on(event, callback)
  }

  off(event: string, callback: Listener): void {
    this.#worker?.child.off(event, callback)
  }

  send(message: WorkerRequest): void {
    if (message.type === 'run') this.#watch(message.context.files.map(({ filepath }) => filepath))
    if (message.type === 'stop') this.#end()
    else if (this.#worker?.child.connected) this.#worker.child.send(message, () => {})
  }

  deserialize(data: unknown): unknown {
    return data
  }

  async stop(): Promise<void> {
    this.#end()
    if (keepsSpare) spare ??= startSpare(this.#options)
  }

  #watch(specs: string[]): void {
    // At a breakpoint a worker is silent, and that is fine.
    if (this.#options.project.config.inspector?.enabled) return
    this.#watchdog?.leave()
    this.#watchdog = watchOver(this.#worker!)
    for (const spec of specs) reports.set(path.normalize(spec), this.#watchdog.report)
  }

  #end(): void {
    this.#watchdog?.leave()
    this.#worker?.kill()
    this.#worker?.child.emit('message', { type: 'stopped', __vitest_worker_response__: true })
  }
}

function takeSpare(options: PoolOptions): WorkerProcess | undefined {
  if (spare?.key !== keyOf(options) || !spare.child.connected) return undefined
  const taken = spare
  spare = undefined
  return taken
}

function startSpare(options: PoolOptions): WorkerProcess {
  const worker = startProcess(options)
  worker.child.unref()
  return worker
}
