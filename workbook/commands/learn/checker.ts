import type { DatabaseLease } from '../../database/types.ts'
import type { Exercise } from '../../content/lessons.ts'
import { rememberSteps } from '../../practice/watch.ts'
import { recordVerdict } from '../../progress/progress.ts'
import type { Runner } from '../../runner/runner.ts'
import type { Verdict } from '../../verdict.ts'

/** Checks exercises from the menus: joins a server at the first check and keeps it until it is disposed of. */
export class Checker implements AsyncDisposable {
  readonly #signal: AbortSignal
  #lease: DatabaseLease | undefined
  #runner: Runner | undefined

  /** @param signal aborts when the process is asked to end */
  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /**
   * Checks these exercises; yields each verdict as it comes and records it. Returns at once when `signal` aborts;
   * verdicts that arrive later are dropped.
   * @throws {WorkbookError} when there is no database; a later check tries again.
   * @throws the signal's reason when it aborts while the server starts
   */
  async check(
    exercises: readonly Exercise[],
    onVerdict: (verdict: Verdict) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const runner = await this.#open(signal)
    let lost = false
    const give = (verdict: Verdict) => {
      lost ||= verdict.problem?.finding.key === 'finding.no-server'
      recordVerdict(verdict)
      onVerdict(verdict)
    }
    try {
      await runner.run(exercises, { onVerdict: give, signal })
    } catch (error) {
      if (!signal.aborted) throw error
      // A run that was abandoned ends with its runner; the next check starts another.
      await this.#closeRunner()
    }
    // The next check joins the server that is there then, or starts one.
    if (lost) await this[Symbol.asyncDispose]()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const lease = this.#lease
    this.#lease = undefined
    try {
      await this.#closeRunner()
    } finally {
      await lease?.[Symbol.asyncDispose]()
    }
  }

  async #open(signal: AbortSignal): Promise<Runner> {
    // Loaded here, so that the menus are there at once.
    const { Runner } = await import('../../runner/runner.ts')
    this.#lease ??= await acquire(this.#signal, signal)
    const lease = this.#lease
    // Between two checks the student may have taken steps of a tour.
    if (this.#runner) await rememberSteps(lease.access)
    this.#runner ??= await Runner.start(lease)
    return this.#runner
  }

  async #closeRunner(): Promise<void> {
    const runner = this.#runner
    this.#runner = undefined
    await runner?.[Symbol.asyncDispose]()
  }
}

// --- internal ---

/** `step` aborts only the start: it does not affect a lease that has been granted, whereas `session` does. */
async function acquire(session: AbortSignal, step: AbortSignal): Promise<DatabaseLease> {
  const [{ acquireDatabase }, { progressBar }] = await Promise.all([
    import('../../database/acquire.ts'),
    import('../../terminal/progress-bar.ts'),
  ])
  step.throwIfAborted()
  const starting = new AbortController()
  const giveUp = () => starting.abort(step.reason)
  step.addEventListener('abort', giveUp)
  try {
    const signal = AbortSignal.any([session, starting.signal])
    return await acquireDatabase({ signal, progress: progressBar() })
  } finally {
    step.removeEventListener('abort', giveUp)
  }
}
