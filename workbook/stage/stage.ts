import { EventEmitter, once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { ConsoleOutcome } from '../console/results.ts'
import type { Level, Scene } from '../content/scenes.ts'
import { connectStudent } from '../database/student.ts'
import type { DatabaseAccess } from '../database/types.ts'
import { Observer } from './observer.ts'
import { isFree } from './next-step.ts'
import { afterWaiting, resultOf } from './result.ts'
import { StageSession } from './session.ts'
import type { DeadlockView, StageView, StepView } from './types.ts'
import type { Wait } from './locks.ts'

/** A scene that is being played on the real server, in its own schema. Dispose of it: it holds locks. */
export class Stage implements AsyncDisposable {
  readonly #scene: Scene
  readonly #level: Level
  readonly #observer: Observer
  readonly #sessions: StageSession[]
  readonly #steps: StepView[]
  readonly #flights = new Map<StageSession, Promise<void>>()
  #deadlock: DeadlockView | undefined
  #turns = 0
  #version = 0
  #closed = false
  /** Each action waits for the one before it: the observer has one connection. */
  #work: Promise<unknown> = Promise.resolve()
  #view!: StageView
  readonly #events = new EventEmitter()

  private constructor(scene: Scene, level: Level, observer: Observer, sessions: StageSession[]) {
    this.#scene = scene
    this.#level = level
    this.#observer = observer
    this.#sessions = sessions
    this.#steps = scene.steps.map(() => ({ state: 'ready' }))
  }

  /** @throws {WorkbookError} when there is no connection */
  static async open(
    access: DatabaseAccess,
    schema: string,
    scene: Scene,
    level: Level,
  ): Promise<Stage> {
    const observer = await Observer.open(access, schema)
    const sessions: StageSession[] = []
    try {
      await setUp(access, schema, scene.setup)
      const names = [...new Set(scene.steps.map(({ session }) => session))].toSorted()
      for (const name of names) {
        sessions.push(await StageSession.open(name, access, schema, settings(level, scene.timeout)))
      }
    } catch (error) {
      for (const session of sessions) session.drop()
      await observer.close(sessions.map(({ id }) => id))
      throw error
    }
    const stage = new Stage(scene, level, observer, sessions)
    await stage.#look()
    return stage
  }

  get closed(): boolean {
    return this.#closed
  }

  get view(): StageView {
    return this.#view
  }

  /** Sends a statement of the scene, and looks once everything has settled: answered, or waiting for one another. */
  step(index: number): Promise<StageView> {
    return this.#next(async () => {
      const { steps } = this.#scene
      const free = this.#steps[index]?.state === 'ready' && isFree(index, steps, this.#steps)
      if (!free || this.#closed) return this.#view
      this.#send(index)
      await this.#settle()
      return this.#look()
    })
  }

  /** The view, as soon as it differs from `version`, or the scene is over. */
  async after(version: number, signal: AbortSignal): Promise<StageView> {
    const stale = () => this.#version === version && !this.#closed && !signal.aborted
    while (stale()) await once(this.#events, 'change', { signal }).catch(() => {})
    return this.#view
  }

  /** Ends the connections, and with them every lock, and drops the schema. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#events.emit('change')
    await this.#work.catch(() => {})
    await this.#observer.close(this.#sessions.map(({ id }) => id))
    for (const session of this.#sessions) session.drop()
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work)
    this.#work = done.catch(() => {})
    return done
  }

  #send(index: number): void {
    const { session: name, sql } = this.#scene.steps[index]!
    const session = this.#sessions.find((one) => one.name === name)!
    const step = this.#steps[index]!
    Object.assign(step, { state: 'running', turn: ++this.#turns })
    const flight = session.send(sql).then(async (outcome) => {
      this.#flights.delete(session)
      const result = resultOf(outcome)
      const waited = step.result !== undefined
      Object.assign(step, {
        state: 'done',
        outcome,
        result: waited ? afterWaiting(result) : result,
      })
      if (isDeadlock(outcome)) this.#deadlock = undefined
      // Nobody has asked for this: a wait that ended by itself, or a deadlock of others.
      if (!this.#closed) void this.#next(() => this.#settle().then(() => this.#look()))
    })
    this.#flights.set(session, flight)
  }

  /** Waits until every statement under way is answered, or is seen to wait for a lock, and not in a cycle. */
  async #settle(): Promise<void> {
    const since = performance.now()
    while (this.#flights.size > 0 && !this.#closed) {
      const waits = await this.#waits(performance.now() - since)
      if (this.#standsStill(waits)) return
      // A server that is busy with one statement is shown as it is.
      if (performance.now() - since > patience) return
      await Promise.race([delay(15), ...this.#flights.values()])
    }
  }

  async #waits(waited: number): Promise<Wait[]> {
    if (this.#observer.seesLocks) return this.#observer.waits()
    // If the locks are hidden, a session that does not answer for this long counts as waiting.
    return waited < blindPatience
      ? []
      : [...this.#flights.keys()].map(({ id }) => ({ connection: id, heldBy: 0 }))
  }

  #standsStill(waits: Wait[]): boolean {
    const blockers = (id: number) => waits.filter(({ connection }) => connection === id)
    const isCircle = (id: number, seen: number[]): boolean =>
      seen.includes(id) ||
      blockers(id).some(({ heldBy }) => heldBy !== 0 && isCircle(heldBy, [...seen, id]))
    return [...this.#flights.keys()].every(({ id }) => blockers(id).length > 0 && !isCircle(id, []))
  }

  async #look(): Promise<StageView> {
    if (this.#closed) return this.#view
    const nameOf = (id: number) => this.#sessions.find((one) => one.id === id)?.name
    this.#markWaiting()
    const locks = await this.#observer.locks(nameOf)
    const stuck = !locks.hidden && locks.tables.length > 0
    const tables = await this.#observer.tables(stuck)
    if (this.#steps.some(({ outcome }) => isDeadlock(outcome))) {
      this.#deadlock ??= await this.#observer.deadlock(nameOf)
    }
    const view = {
      version: ++this.#version,
      level: this.#level,
      steps: this.#steps.map((step) => ({ ...step })),
      sessions: this.#sessions.map(({ name, transaction }) => ({
        name,
        transaction,
        waitsFor: waitsFor(name, locks),
      })),
      tables,
      locks,
      ...(this.#deadlock && { deadlock: this.#deadlock }),
    } satisfies StageView
    this.#view = view
    this.#events.emit('change')
    return view
  }

  #markWaiting(): void {
    for (const step of this.#steps) {
      if (step.state === 'running') Object.assign(step, { state: 'waiting', result: 'waits' })
    }
  }
}

// --- internal ---

/** Milliseconds that a statement may take before the page is told that it is still running. */
const patience = 10_000
/** Milliseconds after which a statement counts as waiting where nobody can look. */
const blindPatience = 500

function settings(level: Level, timeout: number): string[] {
  return [
    `SET SESSION TRANSACTION ISOLATION LEVEL ${level}`,
    `SET SESSION innodb_lock_wait_timeout = ${timeout}`,
    `SET SESSION lock_wait_timeout = ${timeout}`,
  ]
}

async function setUp(access: DatabaseAccess, schema: string, statements: string[]): Promise<void> {
  await using own = await connectStudent(access, { database: schema })
  for (const sql of statements) await own.connection.query(sql)
}

function waitsFor(name: string, locks: StageView['locks']): string[] {
  if (locks.hidden) return []
  const all = [...locks.tables, ...locks.indexes.flatMap((index) => index.locks)]
  return [...new Set(all.filter(({ session }) => session === name).flatMap(({ heldBy }) => heldBy))]
}

function isDeadlock(outcome: ConsoleOutcome | undefined): boolean {
  return outcome?.kind === 'error' && outcome.errno === 1213
}
