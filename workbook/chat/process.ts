import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ConnectionOptions } from 'mysql2/promise'
import { root } from '../paths.ts'
import { exerciseOfCall } from './calls.ts'
import type { ChatAnswer, ChatCallName, ChatProblem, ChatReport, ChatRequest } from './types.ts'

/** A process with the student's code in it: whatever that does, this process lives on. */
export interface ChatProcess {
  /** Is it still running, and was it not told to end? */
  readonly usable: boolean
  /** Resolves when it has ended, however that happens. */
  readonly ended: Promise<void>
  /** Calls one function. The time limit counts from when the process is up. */
  call(name: ChatCallName, args: unknown[]): Promise<ChatAnswer>
  /** Ends it when the running calls are done. */
  retire(): void
  /** Ends it now, and waits for that. */
  end(): Promise<void>
}

/**
 * Starts a process for the student's code.
 * @param options how that code connects
 * @param limit milliseconds that a call may take; then the process is killed
 */
export function startChatProcess(options: ConnectionOptions, limit: number): ChatProcess {
  const child = spawnChild()
  const waiting = new Map<number, { name: ChatCallName; resolve: (answer: ChatAnswer) => void }>()
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let cause: Pick<ChatProblem, 'kind' | 'thrown'> = { kind: 'died' }
  let retired = false
  let calls = 0

  const settle = (id: number, answer: ChatAnswer) => {
    waiting.get(id)?.resolve(answer)
    waiting.delete(id)
    if (retired && waiting.size === 0) child.kill('SIGKILL')
  }
  const up = new Promise<void>((resolve) => {
    child.on('message', (report: ChatReport) => {
      if ('up' in report) resolve()
      else if ('fatal' in report) cause = { kind: 'died', thrown: report.fatal }
      else settle(report.id, report.answer)
    })
  })
  void ended.then(() => {
    for (const [id, { name }] of waiting)
      settle(id, { problem: { ...cause, exercise: exerciseOfCall(name).id } })
  })
  send(child, options)

  return {
    get usable() {
      return !retired && child.connected
    },
    ended,
    async call(name, args) {
      const id = ++calls
      const answer = new Promise<ChatAnswer>((resolve) => waiting.set(id, { name, resolve }))
      await Promise.race([up, ended])
      const timer = setTimeout(() => {
        cause = { kind: 'timed-out' }
        child.kill('SIGKILL')
      }, limit)
      send(child, { id, name, args } satisfies ChatRequest)
      return answer.finally(() => clearTimeout(timer))
    },
    retire() {
      retired = true
      if (waiting.size === 0) child.kill('SIGKILL')
    },
    async end() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

// --- internal ---

/** What the student's code may take, in megabytes: enough for a chat, too little to slow down the machine. */
const memory = 256

function spawnChild(): ChildProcess {
  const script = fileURLToPath(new URL('./chat-process.ts', import.meta.url))
  const args = [`--max-old-space-size=${memory}`, '--import', 'tsx', script]
  // As `npx tsx` runs the student's files, which looks for the packages from the checkout's folder.
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => {})
  return child
}

/** A process that has just ended does not listen; its exit answers the calls. */
function send(child: ChildProcess, message: object): void {
  if (child.connected) child.send(message, () => {})
}
