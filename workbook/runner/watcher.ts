import { statSync } from 'node:fs'
import { watchServer, type ServerState } from '../database/server/watch.ts'
import type { DatabaseLease } from '../database/types.ts'
import { exerciseOfFile, listExercises, type Exercise } from '../content/lessons.ts'
import { lessonsFolder } from '../paths.ts'
import { watchPractice } from '../practice/watch.ts'
import { recordVerdict } from '../progress/progress.ts'
import { Questions } from './questions.ts'
import { Runner } from './runner.ts'
import type { Verdict } from '../verdict.ts'
import { keepSpareWorker } from './watched-pool.ts'
import { watchFiles } from '../system/watch-files.ts'

export interface WatchEvents {
  onRunning(exercise: Exercise): void
  onVerdict(verdict: Verdict): void
  /** The server went away, or is back. */
  onServer(state: ServerState): void
  /** The environment is in the way; the next save tries again. */
  onError(error: unknown): void
}

/**
 * Checks an exercise whenever its file is saved, when asked, and a tour when the student has taken a step of it in any
 * client. Dispose it before the lease.
 */
export interface Watcher extends AsyncDisposable {
  /** Checks an exercise now, or after the current run. */
  check(exercise: Exercise): void
  /** The same; resolves with its verdict, once everybody has been told. Rejects when none will come. */
  ask(exercise: Exercise): Promise<Verdict>
}

/** Starts the runner and watches the students' files; resolves when saves are seen. */
export async function startWatcher(lease: DatabaseLease, events: WatchEvents): Promise<Watcher> {
  const over = new AbortController()
  const waiting = new Set<Exercise>()
  /** The state of each file that somebody has told us of. */
  const known = new Map(listExercises().map((exercise) => [exercise, stampOf(exercise)]))
  const questions = new Questions()
  let runner: Runner | undefined
  let work: Promise<void> | undefined

  const judge = async (runner: Runner, exercise: Exercise) => {
    const [verdict] = await runner.run([exercise], { signal: over.signal })
    if (verdict?.problem?.finding.key !== 'finding.no-server') return verdict
    try {
      await server.ready()
    } catch (error) {
      if (!over.signal.aborted) events.onError(error)
      return verdict
    }
    return (await runner.run([exercise], { signal: over.signal }))[0]
  }
  const remember = (verdict: Verdict) => {
    try {
      recordVerdict(verdict)
    } catch (error) {
      events.onError(error)
    }
  }
  const drain = async (runner: Runner) => {
    for (const exercise of waiting) {
      waiting.delete(exercise)
      events.onRunning(exercise)
      const stamp = stampOf(exercise)
      known.set(exercise, stamp)
      const verdict = await judge(runner, exercise)
      // chokidar drops a change that comes within 50 ms of another: the last of two quick saves must not be missed.
      setTimeout(() => {
        if (stampOf(exercise) !== stamp) check(exercise)
      }, 100)
      // A file saved in the meantime is judged as it is now; a verdict on the old version would only confuse.
      if (!verdict || waiting.has(exercise)) continue
      // Recorded first: anyone who has seen a verdict finds it in the progress.
      remember(verdict)
      events.onVerdict(verdict)
      questions.answer(exercise, verdict)
    }
  }
  const begin = () => {
    if (!runner || waiting.size === 0) return
    work ??= drain(runner)
      .catch((error: unknown) => {
        if (!over.signal.aborted) events.onError(error)
        questions.giveUp(error)
      })
      .finally(() => {
        work = undefined
        // What came when the last verdict was out, and what an error has left.
        begin()
      })
  }
  const check = (exercise: Exercise) => {
    if (over.signal.aborted) return
    waiting.add(exercise)
    begin()
  }
  const ask = async (exercise: Exercise) => {
    over.signal.throwIfAborted()
    const verdict = questions.add(exercise)
    check(exercise)
    return verdict
  }

  const server = await watchServer(lease, (state) => events.onServer(state), over.signal)
  const spare = keepSpareWorker()
  const files = watchFiles(lessonsFolder, (event, file) => {
    const exercise = exerciseOfFile(file)
    if (exercise && event !== 'addDir' && event !== 'unlinkDir') check(exercise)
  })
  const silent = lookForSilentChanges(known, check)
  const leave = async () => {
    clearInterval(silent)
    await files[Symbol.asyncDispose]()
    spare[Symbol.dispose]()
    await server[Symbol.asyncDispose]()
  }
  const [started] = await Promise.all([Runner.start(lease), files.ready]).catch(
    async (error: unknown) => {
      await leave()
      throw error
    },
  )
  runner = started
  // What was saved in the meantime.
  begin()
  const practice = watchPractice(lease.access, { busy: () => work !== undefined, onStep: check })
  return {
    check,
    ask,
    async [Symbol.asyncDispose]() {
      waiting.clear()
      over.abort()
      questions.giveUp(over.signal.reason)
      await practice[Symbol.asyncDispose]()
      await work?.catch(() => {})
      await started[Symbol.asyncDispose]()
      await leave()
    },
  }
}

// --- internal ---

/** Milliseconds. */
const betweenLooks = 1500

/**
 * Some file systems report no changes: those of Windows inside WSL, network drives, some containers. So we look too, and
 * check what has stayed the same between two looks: a reported change has begun its check long before.
 */
function lookForSilentChanges(
  known: Map<Exercise, string>,
  onChange: (exercise: Exercise) => void,
): NodeJS.Timeout {
  const seen = new Map<Exercise, string>()
  return setInterval(() => {
    for (const [exercise, stamp] of known) {
      const now = stampOf(exercise)
      if (now === stamp) seen.delete(exercise)
      else if (seen.get(exercise) !== now) seen.set(exercise, now)
      else {
        known.set(exercise, now)
        onChange(exercise)
      }
    }
  }, betweenLooks)
}

/** Of a file that can't be looked at: nothing. */
function stampOf({ file }: Exercise): string {
  try {
    const stats = statSync(file)
    return `${stats.mtimeMs} ${stats.size}`
  } catch {
    return ''
  }
}
