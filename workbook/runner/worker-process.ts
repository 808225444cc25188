import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { PoolOptions } from 'vitest/node'
import { killFamily, newFamilyMark } from '../system/process-family.ts'

/** A process that runs spec files, with all that the student's code in it starts. */
export interface WorkerProcess {
  readonly child: ChildProcess
  /** Processes with the same key are interchangeable. */
  readonly key: string
  /** Settles when it has ended and all that it wrote has been read. */
  readonly closed: Promise<void>
  /** Ends it at once, and everything that it has started. */
  kill(): void
}

/** What a process is started with. */
export type ProcessOptions = Pick<PoolOptions, 'distPath' | 'env' | 'execArgv'>

/** Starts a process of Vitest's, in its own group: a signal to that group ends no one else. */
export function startProcess({ distPath, env, execArgv }: ProcessOptions): WorkerProcess {
  const mark = newFamilyMark()
  const child = fork(path.resolve(distPath, 'workers/forks.js'), [], {
    env: { ...(env as NodeJS.ProcessEnv), [mark.name]: mark.value },
    execArgv,
    // Code that reads its input finds the end of it, and does not wait for what nobody types.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    detached: process.platform !== 'win32',
  })
  // Reports messages that could not be sent; the end of a worker comes as `exit`.
  child.on('error', () => {})
  const end = () => {
    if (child.pid) killFamily(child.pid, mark)
    // A process that escaped may hold the other end.
    child.stdout?.destroy()
    child.stderr?.destroy()
  }
  let over = false
  const kill = () => {
    if (over) return
    over = true
    running.delete(worker)
    end()
  }
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const worker = { child, key: keyOf({ distPath, env, execArgv }), closed, kill }
  running.add(worker)
  // One that has ended by itself may have left others.
  child.once('close', kill)
  child.once('exit', () => setTimeout(kill, afterExit).unref())
  process.off('exit', killWorkers).once('exit', killWorkers)
  return worker
}

/** What a process was started with, for {@link WorkerProcess.key}. */
export function keyOf({ distPath, env, execArgv }: ProcessOptions): string {
  return JSON.stringify([distPath, execArgv, Object.entries(env).toSorted()])
}

/** Ends every worker of this process that runs. */
export function killWorkers(): void {
  for (const worker of running) worker.kill()
}

// --- internal ---

/** Milliseconds for what a dead worker has written to arrive, when another process keeps its pipes open. */
const afterExit = 200
const running = new Set<WorkerProcess>()
