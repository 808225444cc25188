import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import {
  createVitest,
  type CliOptions,
  type TestModule,
  type Vitest,
  type VitestOptions,
} from 'vitest/node'
import type { DatabaseLease } from '../database/types.ts'
import { isStub, isStubEmpty } from '../content/stubs.ts'
import { exerciseOfFile, type Exercise } from '../content/lessons.ts'
import { root } from '../paths.ts'
import { rememberSteps } from '../practice/watch.ts'
import type { Verdict } from '../verdict.ts'
import { unlessAborted } from '../system/unless-aborted.ts'
import { readAnswer } from './answer-file.ts'
import { specs } from './specs.ts'
import { judgeGuard } from './judge-guard.ts'
import { loadedAhead, loadsAhead } from './loaded-ahead.ts'
import { newSeal } from './seal.ts'
import { secretsOf, withoutSecrets } from './secrets.ts'
import { chooseSeed } from './seed.ts'
import { reportOf } from './watched-pool.ts'
import { killWorkers } from './worker-process.ts'
import { keepOwnSignals } from './own-signals.ts'
import { checkTypes, promisesTypes, withTypes } from './types.ts'
import { dropUsedSchemas } from './spec-schemas.ts'
import { notRun, verdictOf, verdictOfLostWorker, type RunFacts } from './verdicts.ts'

export interface RunOptions {
  /** Generates the specs' data; by default a different one for each run. */
  seed?: number
  /** Called as each verdict comes. */
  onVerdict?: (verdict: Verdict) => void
  /** Aborts the run: no more verdicts come. Dispose the runner then. */
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
  /** Of what earlier runs made. */
  #cleaning: Promise<void> = Promise.resolve()

  private constructor(vitest: Vitest, lease: DatabaseLease, collector: Collector) {
    this.#vitest = vitest
    this.#lease = lease
    this.#collector = collector
  }

  /** Starts Vitest without running anything, while the lease is still being granted. */
  static async start(granted: DatabaseLease | Promise<DatabaseLease>): Promise<Runner> {
    const collector = new Collector()
    const starting = startVitest(collector)
    // Told when it is waited for, and not before.
    starting.catch(() => {})
    try {
      const lease = await granted
      await rememberSteps(lease.access)
      return new Runner(await starting, lease, collector)
    } catch (error) {
      await starting.then((vitest) => vitest.close())
      throw error
    }
  }

  /**
   * Checks these exercises; returns the verdicts in their order. Runs must not overlap.
   * @throws the reason of `signal` when it aborts
   */
  async run(exercises: readonly Exercise[], options: RunOptions = {}): Promise<Verdict[]> {
    options.signal?.throwIfAborted()
    const seed = options.seed ?? chooseSeed()
    const verdicts = new Map<string, Verdict>()
    const { signal } = options
    const secrets = secretsOf(this.#lease.access)
    const give = (seen: Verdict) => {
      if (signal?.aborted) return
      const verdict = withoutSecrets(seen, secrets)
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
    // A run was aborted. Vitest would wait for it, and if a worker is lost at a bad moment, forever.
    killWorkers()
    const over = new AbortController()
    const late = delay(1000, undefined, { signal: over.signal }).catch(() => {})
    await Promise.race([this.#vitest.close(), late])
    over.abort()
    await this.#cleaning
  }

  async #runSpecs(exercises: Exercise[], seed: number, give: (verdict: Verdict) => void) {
    // The schemas of the next run have the same names.
    await this.#cleaning
    const project = this.#vitest.projects[0]!
    // Built again if somebody has changed what judges.
    project.config.env = { ...project.config.env, ...(await loadsAhead()) }
    const { access, session } = this.#lease
    const seal = newSeal()
    project.provide('workbook', { ...ours, access, session, seed, seal })
    const waiting = new Set(exercises)
    const toCompile: { exercise: Exercise; verdict: Verdict }[] = []
    this.#collector.onModule = (module) => {
      const exercise = exerciseOfFile(module.moduleId)
      if (!exercise || !waiting.delete(exercise)) return
      const verdict = verdictOf(exercise, module, { ...factsOf(exercise, seed), seal })
      this.#cleaning = Promise.all([
        this.#cleaning,
        dropUsedSchemas(this.#lease, exercise, verdict).catch(() => {}),
      ]).then(() => {})
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
      const report = reportOf(exercise.spec)
      await report?.complete
      give(verdictOfLostWorker(exercise, errors, factsOf(exercise, seed), report?.loss))
    }
    if (toCompile.length === 0) return
    const failures = await checkTypes(toCompile.map(({ exercise }) => exercise))
    toCompile.forEach(({ verdict }, index) => give(withTypes(verdict, failures[index])))
  }
}

// --- internal ---

/** How answers are judged here: the student's own, and with as little as possible before the verdict. */
const ours = { practiceLog: true, dropsSchemas: true }

/** Vitest's reporter: passes on each module as it ends. */
class Collector {
  onModule: (module: TestModule) => void = () => {}

  async onTestModuleEnd(module: TestModule): Promise<void> {
    // What was printed before has arrived too, and is read in the same turn.
    await new Promise(setImmediate)
    this.onModule(module)
  }
}

function startVitest(collector: Collector): Promise<Vitest> {
  return keepOwnSignals(async () => {
    const plugins = [judgeGuard(), loadedAhead()]
    const vitest = await createVitest('test', options(collector), { plugins }, mute())
    await vitest.standalone()
    return vitest
  })
}

function options(collector: Collector): CliOptions {
  const { globalSetup: _, ...rest } = specs
  return {
    ...rest,
    root,
    // The same specs as vitest.config.ts, in this process's own copy of the pool: the config file would bring another.
    config: false,
    watch: false,
    reporters: [collector],
    // It comes as it is printed, even if the worker does not live to hand it over.
    disableConsoleIntercept: true,
  }
}

/** What Vitest has to say is in the verdict. */
function mute(): VitestOptions {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })
  return { stdout: nowhere(), stderr: nowhere() }
}

function factsOf(exercise: Exercise, seed: number): RunFacts {
  const { begun = performance.now(), output = '' } = reportOf(exercise.spec) ?? {}
  return { seed, output: output.slice(0, 10_000), duration: performance.now() - begun }
}

/** A student may have put code into separate files beside the exercise's. */
function filesOf(exercises: readonly Exercise[]): string[] {
  const folders = new Set(exercises.map(({ file }) => path.dirname(file)))
  return [...folders].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [],
  )
}

function withoutRunning(exercise: Exercise, seed: number): Verdict | undefined {
  const answer = readAnswer(exercise)
  if ('fault' in answer) return notRun(exercise, 'crashed', answer, seed)
  // A stub that begins as broken code is run: its verdict shows what is broken.
  if (isStub(exercise, answer.text) && isStubEmpty(exercise)) {
    return notRun(exercise, 'not-started', undefined, seed)
  }
  return undefined
}

/** A file that has disappeared in the meantime was touched. */
function untouched(exercise: Exercise): boolean {
  const answer = readAnswer(exercise)
  return 'text' in answer && isStub(exercise, answer.text)
}

function nothingPasses({ tests }: Verdict): boolean {
  return tests.every(({ status }) => status !== 'passed')
}
