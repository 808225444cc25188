import { expect, test } from 'vitest'
import type { Exercise } from '../../workbook/content/lessons.ts'
import type { DefineTest, RunTest } from './lab.ts'
import { FindingError } from './findings.ts'
import { likelyFirst } from './likely-first.ts'

/**
 * Judges a spec by a known answer: a file of `N-name.mistakes/` must be rejected with the mistake
 * that its name begins with, one of `N-name.alternatives/` must pass, a stub must be "not started".
 * The Vitest project `answers` calls it in place of the answer's file, then loads the spec with that answer.
 */
export interface Judgement {
  kind: 'mistake' | 'alternative' | 'stub'
  /** The mistake or finding that must be named. */
  mistake: string
  /** Of the spec. */
  folder: string
  /** Its file. */
  answer?: string
}

/** One test of a spec, for a judge to run. */
export interface JudgedTest {
  /** Rejects with what is wrong. `limit` in milliseconds replaces its own. */
  run(limit?: number): Promise<void>
  /** Its text. */
  source: string
}

/** Whatever runs a spec's tests in place of Vitest. */
export interface Judge {
  sentence(exercise: Exercise): string
  /** Milliseconds, 0 for no limit; the project's own when it is missing. */
  timeout?: number
  /** The file with the answer, if it is in one. */
  answer?: string
  judge(tests: readonly JudgedTest[]): Promise<void>
}

/** Makes the spec that is loaded next register one test, the judgement, instead of its tests. */
export function judgeNextSpec(judgement: Judgement): void {
  judgeNextSpecBy({
    sentence: (exercise) => sentences[judgement.kind](exercise, judgement),
    judge: (tests) => judgeKnown(judgement, tests),
    ...(judgement.answer ? { answer: judgement.answer } : {}),
  })
}

/** The same for a different kind of judge. */
export function judgeNextSpecBy(judge: Judge): void {
  pending = judge
}

/** The file with the answer that the next spec is to judge; undefined in an ordinary run. */
export function judgedAnswer(): string | undefined {
  return pending?.answer
}

/** For exercise(): where to put the spec's tests when an answer is judged; undefined in an ordinary run. */
export function collectForJudge(exercise: Exercise, run: RunTest): DefineTest | undefined {
  if (!pending) return undefined
  const { sentence, timeout, judge } = pending
  pending = undefined
  const tests: JudgedTest[] = []
  test(sentence(exercise), timeout === undefined ? {} : { timeout }, () => judge(tests))
  return (_title, body, options = {}) => {
    tests.push({
      source: String(body),
      run: (limit) =>
        run(body, undefined, limit === undefined ? options : { ...options, timeout: limit }),
    })
  }
}

/** What a test of the spec found wrong; undefined if nothing. @throws whatever is not a finding: the spec itself failed */
export async function findingOf(
  test: JudgedTest,
  limit?: number,
): Promise<FindingError | undefined> {
  try {
    await test.run(limit)
  } catch (error) {
    if (error instanceof FindingError) return error
    throw error
  }
  return undefined
}

// --- internal ---

/** Milliseconds for what is not late because the machine has more to do: a right answer, and a test that is run again. */
const unhurried = 60_000

async function judgeKnown(judgement: Judgement, tests: readonly JudgedTest[]): Promise<void> {
  const { kind, mistake, folder } = judgement
  const findings: FindingError[] = []
  // A mistake that one test names is judged; the others would say nothing new.
  const isNamed = () => kind === 'mistake' && findings.flatMap(namesOf).includes(mistake)
  const late: JudgedTest[] = []
  for (const one of kind === 'mistake' ? likelyFirst(tests, mistake, folder) : tests) {
    const finding = await findingOf(one, kind === 'alternative' ? unhurried : undefined)
    if (!finding) continue
    findings.push(finding)
    if (isNamed()) break
    if (namesOf(finding).includes('timed-out')) late.push(one)
  }
  for (const one of late) {
    if (kind !== 'mistake' || isNamed()) break
    const finding = await findingOf(one, unhurried)
    if (finding) findings.push(finding)
  }
  verdicts[kind](findings, judgement, tests.length)
}

let pending: Judge | undefined

const sentences = {
  mistake: ({ id }: Exercise, { mistake }: Judgement) =>
    `${id} refuses this answer and names the mistake: ${mistake}`,
  alternative: ({ id }: Exercise) => `${id} accepts this answer`,
  stub: ({ id }: Exercise) => `${id} answers that the stub is not started`,
}

const verdicts = {
  mistake(findings: FindingError[], { mistake }: Judgement) {
    const told = findings.map(describe).join('\n')
    expect(
      findings.flatMap(namesOf),
      `Expected to be told "${mistake}"; told instead:\n${told || '(it passes!)'}`,
    ).toContain(mistake)
  },
  alternative(findings: FindingError[]) {
    if (findings[0]) throw findings[0]
  },
  stub(findings: FindingError[], _judgement: Judgement, tests: number) {
    expect(tests, 'the spec has no test').toBeGreaterThan(0)
    expect(findings, 'a test passes with the stub').toHaveLength(tests)
  },
}

function namesOf({ failure }: FindingError): string[] {
  return [failure.mistake, failure.finding.key.replace(/^finding\./, '')].filter(
    (name) => name !== undefined,
  )
}

function describe({ message, failure }: FindingError): string {
  return `- ${failure.mistake ?? failure.finding.key}: ${message} ${JSON.stringify(failure.seen ?? '')}`
}
