import path from 'node:path'
import { studentOptions, type DatabaseAccess } from '../database/types.ts'
import { findExercise } from '../content/lessons.ts'
import { watchFiles, type FileWatch } from '../system/watch-files.ts'
import { checkAnswer } from './calls.ts'
import { startChatProcess, type ChatProcess } from './process.ts'
import type { ChatAnswer, ChatCallName } from './types.ts'

/** Runs the student's module of lesson 11 for the chat page. Dispose it before the lease. */
export interface Chat extends AsyncDisposable {
  /** Calls a function of the module as it is now. Whatever the student's code does, this resolves. */
  call(name: ChatCallName, args: unknown[]): Promise<ChatAnswer>
  /** The next call starts a new process: the server may listen elsewhere now. */
  renew(): void
}

export interface ChatOptions {
  /** A file of the lesson has changed: the next call runs the new code. */
  onChange(): void
  /** Milliseconds that a call may take; 5,000 by default. */
  limit?: number
  /** Milliseconds after the last call until the student's process is ended; a minute by default. */
  idle?: number
}

/** Starts nothing yet: the process and the watch over the files begin with the first call. */
export function openChat(
  access: DatabaseAccess,
  { onChange, limit = 5000, idle = 60_000 }: ChatOptions,
): Chat {
  let files: FileWatch | undefined
  let running: ChatProcess | undefined
  /** Including those that are retired and still busy. */
  const processes = new Set<ChatProcess>()
  let resting: NodeJS.Timeout | undefined
  let telling: NodeJS.Timeout | undefined
  let closed = false

  const retire = () => {
    running?.retire()
    running = undefined
  }
  const changed = () => {
    retire()
    clearTimeout(telling)
    // Several files saved at once are one change.
    telling = setTimeout(onChange, 100)
  }
  const current = () => {
    if (running?.usable) return running
    const started = startChatProcess(connection(access), limit)
    processes.add(started)
    void started.ended.then(() => processes.delete(started))
    return (running = started)
  }
  return {
    async call(name, args) {
      await (files ??= watchLesson(changed)).ready
      if (closed) throw new Error('The chat is closed.')
      clearTimeout(resting)
      const answer = await current().call(name, args)
      clearTimeout(resting)
      resting = setTimeout(retire, idle).unref()
      return checkAnswer(name, answer)
    },
    renew: retire,
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(resting)
      clearTimeout(telling)
      await files?.[Symbol.asyncDispose]()
      await Promise.all([...processes].map((one) => one.end()))
    },
  }
}

// --- internal ---

/** A small pool: a page asks for little at a time. The clock of the workbook's own servers shows UTC. */
function connection(access: DatabaseAccess) {
  const timezone = access.provider === 'external' ? 'local' : 'Z'
  return { ...studentOptions(access, access.practice), connectionLimit: 4, timezone }
}

function watchLesson(onChange: () => void): FileWatch {
  return watchFiles(path.dirname(findExercise('database/database').file), onChange)
}
