import { existsSync } from 'node:fs'
import type { SerializedError, TestCase, TestModule } from 'vitest/node'
import type { MessageKey } from '../language/language.ts'
import { type Exercise } from '../content/lessons.ts'
import { displayPath } from '../paths.ts'
import type { Failure, Status, TestVerdict, Verdict } from '../verdict.ts'
import { judgeImported, sealOf } from './seal.ts'
import { isOfServer, serverFault } from './server-fault.ts'
import type { Loss } from './watchdog.ts'

export interface RunFacts {
  seed: number
  /** Milliseconds. */
  duration: number
  output?: string
}

/** The verdict on an exercise whose spec came to its end. */
export function verdictOf(
  exercise: Exercise,
  module: TestModule,
  facts: RunFacts & { seal: string },
): Verdict {
  const tests = [...module.children.allTests()].map((test) => testVerdict(test, facts.seal))
  const error = module.errors()[0]
  const lost = tests.find(({ failure }) => failure && isOfServer(failure))?.failure
  const problem = error ? collectionFailure(exercise, error) : lost
  return {
    ...blank(exercise, facts),
    status: problem ? statusOfProblem(problem) : statusOf(tests),
    tests,
    ...(problem && { problem }),
  }
}

/** The verdict on an exercise whose worker was lost: ended by the watchdog, or dead of itself. */
export function verdictOfLostWorker(
  exercise: Exercise,
  errors: readonly unknown[],
  facts: RunFacts,
  loss: Loss | undefined,
): Verdict {
  const detail = errors
    .map((error) => messageOf(error))
    .find((message) => message && !message.startsWith('[vitest-pool]'))
  const problem = loss
    ? failure(loss)
    : failure('finding.worker-died', { message: detail ?? messageOf(errors[0]) ?? '' })
  const late = loss === 'finding.endless-loop' || loss === 'finding.never-loaded'
  return { ...blank(exercise, facts), status: late ? 'timed-out' : 'crashed', problem }
}

/** A verdict that needs no run. */
export function notRun(
  exercise: Exercise,
  status: Status,
  answer: { fault: MessageKey; reason?: string } | undefined,
  seed: number,
): Verdict {
  const { file, id } = exercise
  const params = { file: displayPath(file), id, reason: answer?.reason ?? '' }
  const problem = answer && failure(answer.fault, params)
  return { ...blank(exercise, { seed, duration: 0 }), status, ...(problem && { problem }) }
}

// --- internal ---

function blank(exercise: Exercise, { seed, duration, output }: RunFacts): Verdict {
  const at = new Date().toISOString()
  return {
    exercise: exercise.id,
    status: 'passed',
    tests: [],
    seed,
    duration: Math.round(duration),
    at,
    ...(existsSync(exercise.newStub) && { newStub: displayPath(exercise.newStub) }),
    ...(output && { output }),
  }
}

function statusOf(tests: TestVerdict[]): Status {
  const keys = tests.flatMap((test) => test.failure?.finding.key ?? [])
  const failed = tests.filter((test) => test.status === 'failed')
  if (tests.length === 0) return 'crashed'
  if (tests.some((test) => test.status === 'timed-out')) return 'timed-out'
  if (failed.length > 0 && keys.every((key) => key === 'finding.not-started')) return 'not-started'
  if (failed.length > 0 && keys.every((key) => key === 'finding.no-log')) return 'blocked'
  return tests.every((test) => test.status === 'passed') ? 'passed' : 'failed'
}

function statusOfProblem({ finding }: Failure): Status {
  return isOfServer({ finding }) ? 'blocked' : 'crashed'
}

function testVerdict(test: TestCase, key: string): TestVerdict {
  const { state, errors } = test.result()
  const { seal } = test.meta()
  const evidence = test.module.meta().evidence?.[test.id]
  const forged = state === 'passed' && seal !== sealOf(key, test.name)
  const told = forged ? failure('finding.forged-pass') : errors?.[0] && failureOf(errors[0])
  const failed = told?.finding.key === 'finding.timed-out' ? 'timed-out' : 'failed'
  return {
    title: test.name,
    status: state === 'skipped' ? 'not-run' : state === 'passed' && !forged ? 'passed' : failed,
    duration: Math.round(test.diagnostic()?.duration ?? 0),
    ...(told && { failure: told }),
    ...(evidence && { evidence }),
  }
}

/** test/support throws failures as data; anything else reached Vitest past it. */
function failureOf(error: SerializedError): Failure {
  if (error.failure) return error.failure as Failure
  const { name = 'Error', message } = error
  const fault = serverFault(error)
  return fault ? failure(fault, { message }) : failure('finding.threw', { name, message })
}

function collectionFailure(exercise: Exercise, error: SerializedError): Failure {
  const { message, name } = error
  if (name === judgeImported)
    return failure(error.key as MessageKey, { name: String(error.imported) })
  const [, ownPlace] = String(error.stack)
    .replaceAll('\\', '/')
    .split(`/${exercise.key}.${exercise.language}`)
  // A connection that the student's own file opens while it is loaded has nothing to do with the workbook's server.
  const fault = serverFault(error)
  if (fault && ownPlace === undefined) return failure(fault, { message })
  const position = /^:(\d+):(\d+)/.exec(ownPlace ?? '')
  const at = position && { at: { line: Number(position[1]), column: Number(position[2]) } }
  const syntax = /PARSE_ERROR|Transform failed|Expected|Unexpected|SyntaxError/.test(
    `${name} ${message}`,
  )
  return {
    ...failure(syntax ? 'finding.syntax-error' : 'finding.import-failed', {
      message,
      name: name ?? 'Error',
    }),
    ...at,
  }
}

function failure(key: MessageKey, params: Failure['finding']['params'] = {}): Failure {
  return { finding: { key, params } }
}

function messageOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return (error as { message?: string } | undefined)?.message
  return error.cause instanceof Error ? error.cause.message : error.message
}
