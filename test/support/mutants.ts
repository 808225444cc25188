import { appendFileSync } from 'node:fs'
import { findingOf, judgeNextSpecBy, type JudgedTest } from './answers.ts'
import type { FindingError } from './findings.ts'
import { realDelay } from './real-delay.ts'

/** A line of the journal: a mutant has begun, or how it ended. -1 is the answer itself. */
export interface JournalEntry {
  mutant: number
  /** Missing when the mutant has only begun. `unparsed`: not TypeScript, or not SQL. */
  outcome?: 'survived' | 'refused' | 'unparsed'
  /** The key of the finding that rejects it: `finding.rows`. */
  finding?: string
  /** The beginning of the finding's message. */
  told?: string
  /** The key of the likely cause that is told with it: `cause.rows-end`. */
  cause?: string
  /** The known mistake that the finding names. */
  mistake?: string
  /** The server's error, if the finding is one. */
  errno?: number
  milliseconds?: number
}

/** Makes the spec that is loaded next judge these mutants, one after the other. */
export function judgeMutants({
  journal,
  mutants,
  use,
}: {
  journal: string
  mutants: readonly number[]
  /** Replaces the answer that the spec imports with a mutant. */
  use: (mutant: number) => Promise<void>
}): void {
  // Written at once: a mutant may end the process.
  const note = (entry: JournalEntry) => appendFileSync(journal, `${JSON.stringify(entry)}\n`)
  judgeNextSpecBy({
    sentence: ({ id }) => `${id} refuses ${mutants.length} mutants`,
    timeout: 0,
    async judge(tests) {
      const limits: number[] = []
      const judge = async (mutant: number) => {
        note({ mutant })
        const started = performance.now()
        const verdict = await judgeOne(() => use(mutant), tests, limits)
        note({ mutant, ...verdict, milliseconds: Math.round(performance.now() - started) })
        return verdict.outcome === 'survived'
      }
      if (!(await judge(-1))) return
      for (const mutant of mutants) await judge(mutant)
    },
  })
}

// --- internal ---

type Outcome = Omit<JournalEntry, 'mutant' | 'milliseconds'>

/** @param limits of the tests in milliseconds; filled by the first answer, which is right, for those that follow */
async function judgeOne(
  use: () => Promise<void>,
  tests: readonly JudgedTest[],
  limits: number[],
): Promise<Outcome> {
  const problem = await use().then(
    () => undefined,
    (error: unknown) => error as Error,
  )
  if (problem) return unusable(problem)
  for (const [index, test] of tests.entries()) {
    const started = performance.now()
    const finding = await settled(test, limits[index])
    limits[index] ??= 1000 + 10 * (performance.now() - started)
    if (finding) return refused(finding)
  }
  return { outcome: 'survived' }
}

/** What an earlier mutant left undone may fail in the middle of this one's test: then the test is run again. */
async function settled(test: JudgedTest, limit: number | undefined) {
  const finding = await findingOf(test, limit)
  const key = finding?.failure.finding.key
  if (key === 'finding.timed-out') await realDelay(50)
  if (key !== 'finding.unhandled-rejection') return finding
  await realDelay(50)
  return findingOf(test, limit)
}

function unusable({ name, message }: Error): Outcome {
  const told = `${name}: ${message}`
  return /PARSE_ERROR|Transform failed|SyntaxError/.test(told)
    ? { outcome: 'unparsed', told }
    : { outcome: 'refused', finding: 'finding.import-failed', told }
}

function refused({ message, failure }: FindingError): Outcome {
  const { key, params } = failure.finding
  const errno = key === 'finding.mysql-error' ? Number(params.errno) : undefined
  // ER_PARSE_ERROR
  const outcome = errno === 1064 ? 'unparsed' : 'refused'
  const { mistake, cause } = failure
  return { outcome, finding: key, mistake, cause: cause?.key, errno, told: message.slice(0, 200) }
}
