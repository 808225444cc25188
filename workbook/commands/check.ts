import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { findExercises, listExercises, type Exercise } from '../content/lessons.ts'
import { recordVerdict } from '../progress/progress.ts'
import { askSession } from '../session/ask.ts'
import { isReporter, reporters } from '../terminal/reporters.ts'
import { renderTotals, renderVerdict } from '../terminal/verdict.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import type { Verdict } from '../verdict.ts'

/** `npm run check [-- ids] [--reporter json|junit|github] [--json] [--seed N]`: a verdict for each exercise named, or for all. */
export async function run(args: string[], { signal }: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, reporter: { type: 'string' }, seed: { type: 'string' } },
  })
  const reporter = values.json ? 'json' : values.reporter
  if (reporter !== undefined && !isReporter(reporter)) throw noReporter(reporter)
  const seed = values.seed === undefined ? undefined : readSeed(values.seed)
  const named = positionals.length > 0
  const exercises = [...new Set(named ? positionals.flatMap(findExercises) : listExercises())]
  const onVerdict = (verdict: Verdict) => {
    if (!reporter) console.log(renderVerdict(verdict))
  }
  // Checking all exercises would keep the session from the student's saves, and it chooses its own seeds.
  const asked = named && seed === undefined
  const verdicts = asked ? await askSession(exercises, { onVerdict, signal }) : []
  const rest = exercises.slice(verdicts.length)
  if (rest.length > 0) verdicts.push(...(await checkHere(rest, { seed, onVerdict, signal })))
  console.log(reporter ? reporters[reporter](verdicts) : `\n${renderTotals(verdicts)}`)
  return exitCodeOf(verdicts)
}

// --- internal ---

function noReporter(reporter: string): WorkbookError {
  const list = Object.keys(reporters).join(', ')
  return new WorkbookError(say('bad-reporter', { reporter }), say('bad-reporter.next', { list }), {
    code: 'BAD_COMMAND',
  })
}

interface CheckOptions {
  seed: number | undefined
  onVerdict: (verdict: Verdict) => void
  signal: AbortSignal
}

async function checkHere(
  exercises: Exercise[],
  { seed, onVerdict, signal }: CheckOptions,
): Promise<Verdict[]> {
  // Loaded only now: if a session answers, the command saves most of a second. Server, worker and Vitest start side by side.
  const { startWorkerAhead } = await import('../runner/watched-pool.ts')
  using _worker = startWorkerAhead()
  const { acquireDatabase } = await import('../database/acquire.ts')
  const granted = acquireDatabase({ signal, progress: progressBar() })
  const started = import('../runner/runner.ts').then(({ Runner }) => Runner.start(granted))
  // Whatever keeps the server from starting is told below.
  started.catch(() => {})
  await using _lease = await granted
  await using runner = await started
  return await runner.run(exercises, {
    ...(seed !== undefined && { seed }),
    signal,
    onVerdict(verdict) {
      recordVerdict(verdict)
      onVerdict(verdict)
    },
  })
}

function readSeed(text: string): number {
  const seed = Number(text)
  if (Number.isSafeInteger(seed) && seed > 0) return seed
  throw new WorkbookError(say('bad-seed', { seed: text }), say('bad-seed.next'), {
    code: 'BAD_COMMAND',
  })
}

function exitCodeOf(verdicts: readonly Verdict[]): number {
  if (verdicts.some(({ status }) => status === 'blocked')) return 3
  return verdicts.every(({ status }) => status === 'passed') ? 0 : 1
}
