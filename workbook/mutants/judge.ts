import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createVitest, type Vitest } from 'vitest/node'
import type { JournalEntry } from '../../test/support/mutants.ts'
import type { DatabaseLease } from '../database/types.ts'
import { root } from '../paths.ts'
import { keepOwnSignals } from '../runner/own-signals.ts'
import { newSeal } from '../runner/seal.ts'
import { specs } from '../runner/specs.ts'
import { reportOf } from '../runner/watched-pool.ts'
import { killWorkers } from '../runner/worker-process.ts'
import type { Plan } from './plan.ts'
import { mutantsPlugin } from './plugin.ts'

/** How each mutant ended, by its index in the plan; -1 is the answer itself. */
export type Verdicts = Map<number, JournalEntry>

/**
 * Runs the exercise's spec on each mutant until its first test fails: all in one Vitest, one worker going from mutant to
 * mutant. A mutant that ends or blocks its worker is refused; another worker goes on with the next.
 * @param onRound called when all workers have come to an end, with the number of mutants that are left
 * @throws when some of them can't be judged at all
 */
export async function judgePlans(
  plans: readonly Plan[],
  {
    lease,
    seed,
    onRound,
  }: { lease: DatabaseLease; seed: number; onRound?: (left: number) => void },
): Promise<Map<Plan, Verdicts>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workbook-mutants-'))
  const states = plans
    .filter(({ chosen }) => chosen.length > 0)
    .map((plan, index) => {
      return new PlanState(plan, path.join(folder, `${index}.jsonl`))
    })
  const vitest = await startVitest(states, lease, seed)
  try {
    for (let left = states; left.length > 0;) {
      await runOnce(vitest, left)
      left = left.filter((state) => state.goOn())
      onRound?.(left.reduce((sum, { todo }) => sum + todo.length, 0))
    }
  } finally {
    killWorkers()
    await vitest.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return new Map(states.map(({ plan, verdicts }) => [plan, verdicts]))
}

// --- internal ---

class PlanState {
  readonly verdicts: Verdicts = new Map()
  readonly plan: Plan
  readonly journal: string
  todo: number[]
  #fruitless = 0

  constructor(plan: Plan, journal: string) {
    this.plan = plan
    this.journal = journal
    this.todo = plan.chosen
  }

  /** Reads the results of the last round. Is there more to do? @throws after rounds without results */
  goOn(): boolean {
    const before = this.todo.length
    const begun = this.#read()
    if (begun !== undefined && begun !== -1) {
      const finding = reportOf(this.plan.file)?.loss ?? 'finding.worker-died'
      this.verdicts.set(begun, { mutant: begun, outcome: 'refused', finding })
    }
    this.todo = this.todo.filter((mutant) => !this.verdicts.has(mutant))
    const own = this.verdicts.get(-1)
    if (own && own.outcome !== 'survived') return false
    if (this.todo.length < before) this.#fruitless = 0
    // When another file's mutant ends a worker, the files that waited for that worker are lost with it.
    else if (this.todo.length > 0 && ++this.#fruitless > 5)
      throw new Error(`${this.plan.file}: its mutants could not be judged.`)
    return this.todo.length > 0
  }

  /** @returns the mutant that was begun and not ended */
  #read(): number | undefined {
    if (!existsSync(this.journal)) return undefined
    const lines = readFileSync(this.journal, 'utf8').split('\n').filter(Boolean)
    rmSync(this.journal)
    let begun: number | undefined
    for (const entry of lines.map((line) => JSON.parse(line) as JournalEntry)) {
      begun = entry.outcome ? undefined : entry.mutant
      if (entry.outcome) this.verdicts.set(entry.mutant, entry)
    }
    return begun
  }
}

async function startVitest(
  states: PlanState[],
  lease: DatabaseLease,
  seed: number,
): Promise<Vitest> {
  const { access, session } = lease
  const plans = new Map(states.map(({ plan }) => [path.normalize(plan.file), plan]))
  const assignmentOf = (plan: Plan) => {
    const { journal, todo } = states.find((state) => state.plan === plan)!
    return { journal, mutants: todo }
  }
  return keepOwnSignals(async () => {
    const vitest = await createVitest(
      'test',
      {
        ...specs,
        name: 'mutants',
        root,
        config: false,
        watch: false,
        isolate: false,
        reporters: [{}],
        provide: {
          workbook: {
            access,
            session,
            seed,
            practiceLog: false,
            dropsSchemas: false,
            seal: newSeal(),
          },
        },
      },
      { plugins: [mutantsPlugin(plans, assignmentOf)] },
    )
    await vitest.standalone()
    return vitest
  })
}

async function runOnce(vitest: Vitest, states: readonly PlanState[]): Promise<void> {
  const project = vitest.projects[0]!
  for (const { plan } of states) vitest.invalidateFile(plan.file)
  vitest.state.clearErrors()
  await vitest.runTestSpecifications(
    states.map(({ plan }) => project.createSpecification(plan.file)),
  )
}
