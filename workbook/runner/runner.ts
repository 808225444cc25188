import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createVitest, type TestModule, type Vitest } from 'vitest/node'
import type { DatabaseLease } from '../database/types.ts'
import { isStub, isStubEmpty } from '../content/stubs.ts'
import { exerciseOfFile, type Exercise } from '../content/lessons.ts'
import { root } from '../paths.ts'
import { rememberSteps } from '../practice/watch.ts'
import type { Verdict } from '../verdict.ts'
import { unlessAborted } from '../system/unless-aborted.ts'
import { specs } from './specs.ts'
import { killWorkers } from './watched-pool.ts'
import { keepOwnSignals } from './own-signals.ts'
import { checkTypes, promisesTypes, withTypes } from './types.ts'
import { notRun, verdictOf, verdictOfLostWorker } from './verdicts.ts'

export interface RunOptions {
  /** Makes the specs' data; by default another for each run. */
  seed?: number
  /** Called as each verdict comes. */
  onVerdict?: (verdict: Verdict) => void
  /** Gives the run up: no verdict comes any more. Dispose the runner then. */
  signal?: AbortSignal
}

/**
 * Checks exercises: owns the one Vitest instance of this process and turns what it reports into verdicts.
 * Dispose it before the database lease that it was started with.
 */
export class Runner implements AsyncDisposable {
  readonly #vitest: Vitest
  readonly #lease: DatabaseLease
  readonly #collector: Collector

  private constructor(vitest: Vitest, lease: DatabaseLease, collector: Collector) {
    this.#vitest = vitest
    this.#lease = lease
    this.#collector = collector
  }

  /** Starts Vitest without running anything. */
  static async start(lease: DatabaseLease): Promise<Runner> {
    const collector = new Collector()
    const remembered = rememberSteps(lease.access)
    const vitest = await keepOwnSignals(async () => {
      const started = await createVitest('test', {
        ...specs,
        root,
        // The same specs as vitest.config.ts, in this process's own copy of the pool: the config file would bring another.
        config: false,
        watch: false,
        reporters: [collector],
        provide: {
          workbook: { access: lease.access, session: lease.session, seed: 0, practiceLog: true },
        },
      })
      await started.standalone()
      return started
    })
    await remembered
    return new Runner(vitest, lease, collector)
  }

  /**
   * Checks these exercises; the verdicts in their order. Runs must not overlap.
   * @throws the reason of `signal` when it aborts
   */
  async run(exercises: readonly Exercise[], options: RunOptions = {}): Promise<Verdict[]> {
    options.signal?.throwIfAborted()
    const seed = options.seed ?? Math.floor(Math.random() * 1_000_000) + 1
    const verdicts = new Map<string, Verdict>()
    const { signal } = options
    const give = (verdict: Verdict) => {
      if (signal?.aborted) return
      verdicts.set(verdict.exercise, verdict)
      options.onVerdict?.(verdict)
    }
    const toRun = exercises.filter((exercise) => {
      const verdict = withoutRunning(exercise, seed)
      if (verdict) give(verdict)
      return !verdict
    })
    if (toRun.length > 0) await unlessAborted(this.#runSpecs(toRun, seed, give), signal)
    return exercises.flatMap((exercise) => verdicts.get(exercise.id) ?? [])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // A run that goes on was given up. Vitest would wait for it, and where a worker is lost at a bad moment forever.
    killWorkers()
    const over = new AbortController()
    const late = delay(1000, undefined, { signal: over.signal }).catch(() => {})
    await Promise.race([this.#vitest.close(), late])
    over.abort()
  }

  async #runSpecs(exercises: Exercise[], seed: number, give: (verdict: Verdict) => void) {
    const project = this.#vitest.projects[0]!
    const { access, session } = this.#lease
    project.provide('workbook', { access, session, seed, practiceLog: true })
    const waiting = new Set(exercises)
    const toCompile: { exercise: Exercise; verdict: Verdict }[] = []
    const started = performance.now()
    this.#collector.onModule = (module, output) => {
      const exercise = exerciseOfFile(module.moduleId)
      if (!exercise || !waiting.delete(exercise)) return
      const verdict = verdictOf(exercise, module, {
        seed,
        output,
        duration: performance.now() - started,
      })
      // The compiler is slow: it is asked only when nothing else is wrong.
      if (verdict.status === 'passed' && promisesTypes(exercise))
        toCompile.push({ exercise, verdict })
      else
        give(
          verdict.status !== 'blocked' && untouched(exercise) && nothingPasses(verdict)
            ? { ...verdict, status: 'not-started' }
            : verdict,
        )
    }
    for (const file of filesOf(exercises)) this.#vitest.invalidateFile(file)
    const specifications = exercises.map((exercise) => project.createSpecification(exercise.spec))
    this.#vitest.state.clearErrors()
    await this.#vitest.runTestSpecifications(specifications)
    for (const exercise of waiting) {
      const errors = this.#vitest.state.getUnhandledErrors()
      give(verdictOfLostWorker(exercise, errors, { seed, duration: performance.now() - started }))
    }
    if (toCompile.length === 0) return
    const failures = await checkTypes(toCompile.map(({ exercise }) => exercise))
    toCompile.forEach(({ verdict }, index) => give(withTypes(verdict, failures[index])))
  }
}

// --- internal ---

/** Vitest's reporter: hands on each module as it ends, with what its tests printed. */
class Collector {
  onModule: (module: TestModule, output: string) => void = () => {}
  readonly #output = new Map<string, string>()
  #vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunStart(): void {
    this.#output.clear()
  }

  onUserConsoleLog({ content, taskId = '' }: { content: string; taskId?: string }): void {
    const file = this.#vitest?.state.idMap.get(taskId)?.file.filepath ?? ''
    const before = this.#output.get(file) ?? ''
    if (before.length < 10_000) this.#output.set(file, (before + content).slice(0, 10_000))
  }

  onTestModuleEnd(module: TestModule): void {
    this.onModule(module, this.#output.get(module.moduleId) ?? '')
  }
}

/** A student may have put code into their own files beside the exercise's. */
function filesOf(exercises: readonly Exercise[]): string[] {
  const folders = new Set(exercises.map(({ file }) => path.dirname(file)))
  return [...folders].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [],
  )
}

function withoutRunning(exercise: Exercise, seed: number): Verdict | undefined {
  if (!existsSync(exercise.file)) return notRun(exercise, 'crashed', 'finding.no-file', seed)
  // A stub that begins as code to mend is run: its verdict shows what is broken.
  if (untouched(exercise) && isStubEmpty(exercise)) {
    return notRun(exercise, 'not-started', undefined, seed)
  }
  return undefined
}

function untouched(exercise: Exercise): boolean {
  return isStub(exercise, readFileSync(exercise.file, 'utf8'))
}

function nothingPasses({ tests }: Verdict): boolean {
  return tests.every(({ status }) => status !== 'passed')
}
