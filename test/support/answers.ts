import { expect, test } from 'vitest'
import type { Exercise } from '../../workbook/content/lessons.ts'
import type { Evidence } from '../../workbook/verdict.ts'
import type { DefineTest, Lab, TestOptions } from './exercise.ts'
import { FindingError } from './findings.ts'

/**
 * Judges a spec by an answer whose worth is known: a file of `N-name.mistakes/` must be refused and told of the mistake
 * that its name begins with, one of `N-name.alternatives/` must pass, a stub must be "not started".
 * The Vitest project `answers` calls it in place of the answer's file, then loads the spec with that answer.
 */
export interface Judgement {
  kind: 'mistake' | 'alternative' | 'stub'
  /** The mistake or finding that must be named. */
  mistake: string
}

type Run = (
  body: (lab: Lab) => Promise<void> | void,
  evidence: (one: Evidence) => void,
  options?: TestOptions,
) => Promise<void>

/** Makes the spec that is loaded next register one test, the judgement, in place of its own. */
export function judgeNextSpec(judgement: Judgement): void {
  pending = judgement
}

/** For exercise(): where to put the spec's tests when an answer is judged; undefined in an ordinary run. */
export function collectForJudge(exercise: Exercise, run: Run): DefineTest | undefined {
  if (!pending) return undefined
  const judgement = pending
  pending = undefined
  const tests: (() => Promise<void>)[] = []
  test(sentences[judgement.kind](exercise, judgement), { timeout: 60_000 }, async () => {
    const findings: FindingError[] = []
    for (const one of tests) {
      const finding = await one().then(
        () => undefined,
        (error: unknown) => error,
      )
      if (!finding) continue
      if (!(finding instanceof FindingError)) throw finding
      findings.push(finding)
      // A mistake that one test names is judged; the others would say nothing new.
      if (judgement.kind === 'mistake' && namesOf(finding).includes(judgement.mistake)) break
    }
    verdicts[judgement.kind](findings, judgement, tests.length)
  })
  return (_title, body, options) => tests.push(() => run(body, () => {}, options))
}

// --- internal ---

let pending: Judgement | undefined

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
