import { readFileSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { listExercises } from '../content/lessons.ts'
import type { Verdict } from '../verdict.ts'
import { copyCheckout, type Checkout } from './checkout.ts'
import { sentence } from './fault-table.ts'

/** How `npm run check` ended, with the verdict that it gave. */
export interface Checked {
  verdict: Verdict
  code: number | null
  stderr: string
}

/** A copy of the checkout with its server, for tests that put something in place of an answer. */
export interface AnswerBench {
  readonly checkout: Checkout
  /** The student's file of `ddl/create-database`. */
  readonly file: string
  /** Its solution. */
  readonly solution: string
  /** The solution with these lines in place of the original ones. */
  body(code: string): string
  /** Runs `npm run check -- ddl/create-database --json`. */
  check(env?: Record<string, string>): Promise<Checked>
}

/** Creates one before the first test of a file and removes it after the last. */
export function answerBench(): AnswerBench {
  const exercise = listExercises().find(({ id }) => id === 'ddl/create-database')!
  const solution = readFileSync(exercise.solution, 'utf8')
  let checkout: Checkout
  beforeAll(async () => {
    checkout = await copyCheckout({ server: true })
    await checkout.run(['db', 'start'])
  })
  afterAll(async () => checkout?.[Symbol.asyncDispose]())
  return {
    get checkout() {
      return checkout
    },
    get file() {
      return checkout.at(exercise.file)
    },
    solution,
    body: (code) => solution.replace(/\/\/ #region TODO[^]*?\/\/ #endregion/, () => code),
    async check(env) {
      const { stdout, stderr, code } = await checkout.run(['check', exercise.id, '--json'], {
        env,
      })
      try {
        return { verdict: (JSON.parse(stdout) as Verdict[])[0]!, code, stderr }
      } catch {
        throw new Error(`No verdict came:\n${stdout}\n${stderr}`)
      }
    },
  }
}

/** The findings of a verdict, in their order. */
export function keysOf({ problem, tests }: Verdict): string[] {
  return [problem, ...tests.map(({ failure }) => failure)].flatMap((one) => one?.finding.key ?? [])
}

/** The first thing that a student is told, for {@link faultTable}. */
export function toldBy(verdict: Verdict): string {
  const failures = [verdict.problem, ...verdict.tests.map(({ failure }) => failure)]
  const first = failures.find((failure) => failure !== undefined)
  if (!first) return verdict.status
  const { finding, mistake } = first
  const told = mistake ? `the mistake \`${mistake}\`` : sentence(finding.key)
  return `${verdict.status}: ${told}`
}
