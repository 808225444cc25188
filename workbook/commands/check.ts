import { parseArgs } from 'node:util'
import type { CommandContext } from './command.ts'
import { acquireDatabase } from '../database/acquire.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { findExercises, listExercises } from '../content/lessons.ts'
import { recordVerdict } from '../progress/progress.ts'
import { Runner } from '../runner/runner.ts'
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
  const exercises = positionals.length > 0 ? positionals.flatMap(findExercises) : listExercises()
  await using lease = await acquireDatabase({ signal, progress: progressBar() })
  await using runner = await Runner.start(lease)
  const onVerdict = (verdict: Verdict) => {
    recordVerdict(verdict)
    if (!reporter) console.log(renderVerdict(verdict))
  }
  const seed = values.seed === undefined ? {} : { seed: readSeed(values.seed) }
  const verdicts = await runner.run([...new Set(exercises)], { ...seed, onVerdict, signal })
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
