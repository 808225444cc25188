import { stripVTControlCharacters } from 'node:util'
import { findExercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import type { Failure, Verdict } from '../verdict.ts'
import { renderJunit, type Case } from './junit.ts'
import { failureMessage, renderVerdict } from './verdict.ts'

/** How a check tells its verdicts to other programs. */
export const reporters = {
  json: (verdicts: readonly Verdict[]) => JSON.stringify(verdicts, null, 2),
  junit: (verdicts: readonly Verdict[]) => renderJunit(verdicts.map(suiteOf)),
  github: (verdicts: readonly Verdict[]) => verdicts.flatMap(annotations).join('\n'),
}

export function isReporter(name: string): name is keyof typeof reporters {
  return Object.hasOwn(reporters, name)
}

// --- internal ---

/** A suite for each exercise; one that has no tests to show, because its file could not be judged, has one case. */
function suiteOf(verdict: Verdict): { name: string; cases: Case[] } {
  const { exercise, status, problem, tests, duration } = verdict
  const time = duration / 1000
  if (status === 'not-started')
    return { name: exercise, cases: [{ name: exercise, time, skipped: true }] }
  const message = problem && failureMessage(problem)
  const whole: Case[] =
    message === undefined
      ? []
      : [
          {
            name: exercise,
            time,
            ...(status === 'blocked' ? { error: message } : { failure: message }),
          },
        ]
  const cases = tests.map((test): Case => {
    const failed = test.status === 'failed' || test.status === 'timed-out'
    return {
      name: test.title,
      time: test.duration / 1000,
      ...(failed && { failure: test.failure ? failureMessage(test.failure) : test.status }),
      ...(test.status === 'not-run' && { skipped: true }),
    }
  })
  return { name: exercise, cases: [...whole, ...cases] }
}

/** GitHub Actions, "Workflow commands": a line for each failure, which GitHub shows beside the code. */
function annotations(verdict: Verdict): string[] {
  const { exercise, status, problem, tests } = verdict
  if (status === 'passed') return [renderVerdict(verdict)]
  const file = displayPath(findExercise(exercise).file)
  const level = status === 'blocked' || status === 'not-started' ? 'warning' : 'error'
  const failures = [problem, ...tests.map(({ failure }) => failure)].filter(
    (one) => one !== undefined,
  )
  const line = (text: string, failure?: Failure) => {
    const at = failure?.at ? `,line=${failure.at.line},col=${failure.at.column}` : ''
    return `::${level} file=${property(file)}${at},title=${property(exercise)}::${data(text)}`
  }
  const told = renderVerdict(verdict)
  return failures.length > 0
    ? [told, ...failures.map((failure) => line(failureMessage(failure), failure))]
    : [told, line(stripVTControlCharacters(told))]
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
