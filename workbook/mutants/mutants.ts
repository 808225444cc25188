import { parseArgs } from 'node:util'
import { acquireDatabase } from '../database/acquire.ts'
import { findExercises, listExercises } from '../content/lessons.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { renderTable } from '../terminal/table.ts'
import { changedSince, type Choice } from './changed.ts'
import { judgePlans } from './judge.ts'
import { planMutants } from './plan.ts'
import { isClean, mean, reportOn, rowOf, type ExerciseReport } from './report.ts'
import { listRightMutants } from './right-mutants.ts'

// `npm run mutants [-- ids] [--all] [--json] [--seed N] [--changed [--since REV]]`: does each spec refuse small changes to
// the answers that are right? `--all` prints the rejected ones too, with their messages.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' },
    json: { type: 'boolean' },
    seed: { type: 'string' },
    changed: { type: 'boolean' },
    since: { type: 'string', default: 'HEAD^' },
  },
})
const seed = Number(values.seed) || Math.floor(Math.random() * 1_000_000) + 1
const reports = await run(chosenExercises())
if (values.json) console.log(JSON.stringify({ seed, reports }, null, 2))
else print(reports)
process.exitCode = reports.every(isClean) ? 0 : 1

// --- internal ---

function chosenExercises(): Choice[] {
  if (values.changed) return changedSince(values.since)
  const named = positionals.length > 0 ? positionals.flatMap(findExercises) : listExercises()
  return [...new Set(named)].map((exercise) => ({ exercise, sampled: false }))
}

async function run(choices: readonly Choice[]): Promise<ExerciseReport[]> {
  const planned = choices.map(({ exercise, sampled }) => {
    return { exercise, plans: planMutants(exercise, { sampled }) }
  })
  const plans = planned.flatMap((one) => one.plans)
  const count = plans.reduce((sum, { chosen }) => sum + chosen.length, 0)
  console.error(`${count} mutants of ${plans.length} answers, seed ${seed}`)
  await using lease = await acquireDatabase({ progress: progressBar() })
  const judged = await judgePlans(plans, {
    lease,
    seed,
    onRound: (left) => left > 0 && console.error(`${left} mutants left`),
  })
  return planned.map((one) => {
    const verdicts = one.plans.flatMap((plan) => {
      const found = judged.get(plan)
      return found ? [{ plan, verdicts: found }] : []
    })
    return reportOn(one.exercise.id, verdicts, listRightMutants(one.exercise))
  })
}

function print(reports: readonly ExerciseReport[]): void {
  for (const { exercise, mutants, stale, refusedAnswers } of reports) {
    for (const { answer, what, diff, outcome, mistake, finding } of mutants) {
      if (outcome !== 'survived' && !values.all) continue
      const verdict = outcome === 'refused' ? (mistake ?? finding) : outcome
      console.log(`${exercise}: ${what}: ${verdict}\n\`\`\`diff ${answer}\n${diff}\n\`\`\`\n`)
    }
    for (const { answer, diff } of stale)
      console.log(
        `${exercise}: listed as right, and refused or no longer made (${answer}):\n${diff}\n`,
      )
    for (const answer of refusedAnswers)
      console.log(`${exercise}: the answer ${answer} itself is refused.\n`)
  }
  const mutants = reports.flatMap((one) => one.mutants)
  const own = mean(reports.map((one) => one.own))
  console.log(renderTable([...reports, { exercise: 'all', mutants, own }].map(rowOf)))
}
