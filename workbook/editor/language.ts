import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { root } from '../paths.ts'
import type { LanguageQuestions, LanguageReport, LanguageRequest } from './types.ts'

/** TypeScript's language service, in its own process: a compiler takes a lot of memory, and must not delay a verdict. */
export interface LanguageHelp extends AsyncDisposable {
  /**
   * Asks one question; they are answered one after the other. One whose signal has aborted is left out.
   * @throws {WorkbookError} NO_LANGUAGE_SERVICE
   */
  ask<Name extends keyof LanguageQuestions>(
    name: Name,
    input: LanguageQuestions[Name]['input'],
    signal?: AbortSignal,
  ): Promise<LanguageQuestions[Name]['output']>
  /** Does its process run? */
  readonly running: boolean
}

/**
 * Starts nothing yet: the process comes with the first question.
 * @param idle milliseconds after the last question until the process is ended
 * @param limit milliseconds that an answer may take; then the process is ended
 */
export function openLanguageHelp({ idle = 5 * 60_000, limit = 60_000 } = {}): LanguageHelp {
  let child: ChildProcess | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let resting: NodeJS.Timeout | undefined
  let closed = false
  let last = 0

  const current = () => {
    if (child?.connected) return child
    child = startProcess()
    return child
  }
  const answer = async (name: keyof LanguageQuestions, input: LanguageRequest['input']) => {
    if (closed) throw unavailable('closed')
    clearTimeout(resting)
    const asked = current()
    const timer = setTimeout(() => asked.kill('SIGKILL'), limit)
    try {
      return await questionTo(asked, { id: ++last, name, input })
    } finally {
      clearTimeout(timer)
      resting = setTimeout(() => child?.kill(), idle).unref()
    }
  }
  return {
    ask(name, input, signal) {
      const result = queue.then(() => {
        signal?.throwIfAborted()
        return answer(name, input)
      })
      queue = result.catch(() => {})
      return result as Promise<never>
    },
    get running() {
      return child?.connected ?? false
    },
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(resting)
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

// --- internal ---

function startProcess(): ChildProcess {
  const args = ['../run.js', './language-process.ts'].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  )
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => {})
  return child
}

/** Resolves with its answer; rejects when it ends instead. */
function questionTo(child: ChildProcess, request: LanguageRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const answered = (report: LanguageReport) => {
      child.off('exit', ended)
      if ('failed' in report) reject(unavailable(report.failed))
      else resolve(report.output)
    }
    const ended = (code: number | null, signal: string | null) => {
      child.off('message', answered)
      reject(unavailable(String(code ?? signal)))
    }
    child.once('message', answered).once('exit', ended)
    child.send(request, () => {})
  })
}

function unavailable(reason: string): WorkbookError {
  return new WorkbookError(say('language-service', { reason }), say('language-service.next'), {
    code: 'NO_LANGUAGE_SERVICE',
  })
}
