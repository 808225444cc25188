import path from 'node:path'
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node'
import { exerciseOfFile } from '../content/lessons.ts'
import { watchOver, type RunReport, type Watchdog } from './watchdog.ts'
import { readState, writeState } from '../system/state-files.ts'
import { keyOf, startProcess, type ProcessOptions, type WorkerProcess } from './worker-process.ts'

/**
 * Vitest's pool of processes with three additions. A watchdog: see watchdog.ts. An end: when its verdict is in, a worker
 * is killed at once with all that it started; Vitest would ask it, and wait a minute for the answer. And a spare: in a
 * session that watches, the next worker is started and loaded while nothing happens, so that a save does not wait for it;
 * a command starts it while it loads Vitest.
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
      endSpare()
    },
  }
}

/**
 * Starts the first worker before Vitest is loaded and can say with what: as an earlier command's was started. One that turns
 * out to be another than Vitest wants is not used. Dispose it to end the waiting one.
 */
export function startWorkerAhead(): Disposable {
  const note = readState(noteName) as Note | undefined
  const own = (ownEnvironment = { ...process.env })
  try {
    if (note) spare ??= startSpare({ ...note, env: { ...own, ...note.env } })
  } catch {
    // The note is broken, and written again below.
  }
  return { [Symbol.dispose]: endSpare }
}

/** What is known of the last run of a spec. */
export function reportOf(spec: string): RunReport | undefined {
  return reports.get(path.normalize(spec))
}

// --- internal ---

const reports = new Map<string, RunReport>()
let keepsSpare = false
let spare: WorkerProcess | undefined

/** With what a worker was started: all that Vitest had added to this process's own environment. */
type Note = Pick<ProcessOptions, 'distPath' | 'execArgv'> & { env: Record<string, string> }
const noteName = 'worker.json'
/** That of this process before Vitest added to it; undefined where no worker was to be started ahead. */
let ownEnvironment: NodeJS.ProcessEnv | undefined

type Listener = Parameters<PoolWorker['on']>[1]

class WatchedWorker implements PoolWorker {
  readonly name = 'watched'
  readonly cacheFs = true
  readonly #options: PoolOptions
  #worker: WorkerProcess | undefined
  #watchdog: Watchdog | undefined
  /** The files of its last run: a worker that judges hundreds of answers forgets each one, with its spec, at the next. */
  #before: string[] = []

  constructor(options: PoolOptions) {
    this.#options = options
  }

  async start(): Promise<void> {
    this.#worker = takeSpare(this.#options) ?? startNoted(this.#options)
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
    if (message.type === 'run') {
      const { context } = message
      const files = context.files.map(({ filepath }) => filepath)
      const loaded = this.#before.flatMap((file) => [file, exerciseOfFile(file)?.spec ?? file])
      context.invalidates = [...(context.invalidates ?? []), ...loaded]
      this.#before = files
      this.#watch(files)
    }
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

function takeSpare(options: ProcessOptions): WorkerProcess | undefined {
  if (!spare?.child.connected || spare.key !== keyOf(options)) {
    endSpare()
    return undefined
  }
  const taken = spare
  spare = undefined
  // Its end must still be heard.
  taken.child.ref()
  return taken
}

/** Starts a worker, and keeps with what for the next command. */
function startNoted(options: ProcessOptions): WorkerProcess {
  const own = ownEnvironment
  ownEnvironment = undefined
  if (own) {
    const { distPath, execArgv, env } = options
    const added = Object.entries(env).filter(([name, value]) => value !== own[name])
    try {
      writeState(noteName, { distPath, execArgv, env: Object.fromEntries(added) })
    } catch {
      // Without a note the next command starts its worker later.
    }
  }
  return startProcess(options)
}

function endSpare(): void {
  spare?.kill()
  spare = undefined
}

function startSpare(options: ProcessOptions): WorkerProcess {
  const worker = startProcess(options)
  worker.child.unref()
  return worker
}
