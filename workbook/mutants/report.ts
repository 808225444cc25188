import type { JournalEntry } from '../../test/support/mutants.ts'
import { explainMysqlError } from '../language/mysql-errors.ts'
import type { Verdicts } from './judge.ts'
import type { Plan } from './plan.ts'
import type { RightMutant } from './right-mutants.ts'

/** A mutant and how it ended. */
export interface MutantReport {
  answer: string
  what: string
  diff: string
  outcome: 'refused' | 'right' | 'survived'
  /** Does the rejection lead to its cause: a known mistake, a likely cause, or a MySQL error that is explained? */
  named: boolean
  /** What it was told. */
  finding?: string
  mistake?: string
  told?: string
  /** Why it is right. */
  reason?: string
  milliseconds?: number
}

export interface ExerciseReport {
  exercise: string
  mutants: MutantReport[]
  /** Listed as right, but rejected or no longer generated. */
  stale: RightMutant[]
  /** Right answers that the spec rejects: their mutants were not judged. */
  refusedAnswers: string[]
  /** Milliseconds that the spec takes on the right answers themselves, on average. */
  own: number
}

/** The mutants of one exercise that were run, and what is wrong with its list. */
export function reportOn(
  exercise: string,
  judged: readonly { plan: Plan; verdicts: Verdicts }[],
  rights: readonly RightMutant[],
): ExerciseReport {
  const mutants = judged.flatMap(({ plan, verdicts }) =>
    plan.mutants.flatMap((mutant, index) => {
      const entry = verdicts.get(index)
      if (!entry?.outcome || entry.outcome === 'unparsed') return []
      const { answer } = plan
      const { what, diff } = mutant
      const right = rights.find((one) => isAbout(one, { answer, diff }))
      const listed = right && entry.outcome === 'survived'
      const { finding, mistake, told, milliseconds } = entry
      const outcome = listed ? 'right' : entry.outcome
      const report = { answer, what, diff, outcome, named: isNamed(entry), finding, mistake, told }
      return [{ ...report, milliseconds, reason: right?.reason } as MutantReport]
    }),
  )
  const refusedAnswers = judged.flatMap(({ plan, verdicts }) =>
    verdicts.get(-1)?.outcome === 'survived' ? [] : [plan.answer],
  )
  const stale = rights.filter((right) => !isAlive(right, judged, mutants))
  const own = judged.map(({ verdicts }) => verdicts.get(-1)?.milliseconds ?? 0)
  return { exercise, mutants, stale, refusedAnswers, own: mean(own) }
}

/** A row of the table. */
export function rowOf({
  exercise,
  mutants,
  own,
}: Pick<ExerciseReport, 'exercise' | 'mutants' | 'own'>) {
  const count = (outcome: string) => mutants.filter((one) => one.outcome === outcome).length
  const refused = mutants.filter(({ outcome }) => outcome === 'refused')
  const right = count('right')
  return {
    exercise,
    mutants: mutants.length,
    refused: refused.length,
    right,
    survived: count('survived'),
    score: percent(refused.length, mutants.length - right),
    named: percent(refused.filter(({ named }) => named).length, refused.length),
    'ms each': mean(mutants.map(({ milliseconds = 0 }) => milliseconds)),
    'ms answer': own,
  }
}

export function isClean({ mutants, stale, refusedAnswers }: ExerciseReport): boolean {
  return (
    stale.length === 0 &&
    refusedAnswers.length === 0 &&
    mutants.every(({ outcome }) => outcome !== 'survived')
  )
}

/** Rounded; 0 of none. */
export function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length))
}

// --- internal ---

function isAbout(right: RightMutant, one: { answer: string; diff: string }): boolean {
  if (right.answer === 'any') return changesOf(right.diff) === changesOf(one.diff)
  return right.answer === one.answer && right.diff === one.diff
}

/** A diff without the lines around and the indentation, which differ from answer to answer. */
function changesOf(diff: string): string {
  return diff
    .split('\n')
    .flatMap((line) => /^([+-])\s*(.*)/.exec(line)?.slice(1).join(' ') ?? [])
    .join('\n')
}

/** In a sample, an entry that was not run is not known to be stale. */
function isAlive(
  right: RightMutant,
  judged: readonly { plan: Plan; verdicts: Verdicts }[],
  mutants: readonly MutantReport[],
): boolean {
  const reports = mutants.filter((one) => isAbout(right, one))
  if (reports.length > 0) return reports.some(({ outcome }) => outcome === 'right')
  return judged.some(({ plan, verdicts }) =>
    plan.mutants.some(
      ({ diff }, index) => isAbout(right, { answer: plan.answer, diff }) && !verdicts.has(index),
    ),
  )
}

function isNamed({ mistake, cause, errno, finding = '' }: JournalEntry): boolean {
  if (mistake || cause) return true
  if (finding === 'finding.mysql-error') return explainMysqlError(errno ?? 0, 'en') !== undefined
  return !vague.has(finding)
}

/** Findings that say what was seen, and not why. */
const vague = new Set(
  ['value', 'rows', 'not-rows', 'threw', 'threw-non-error', 'timed-out', 'import-failed'].map(
    (name) => `finding.${name}`,
  ),
)

function percent(part: number, whole: number): string {
  if (whole === 0) return '—'
  // Never 100 % by rounding.
  return `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)} %`
}
