import { readdirSync } from 'node:fs'
import path from 'node:path'
import { listExercises } from '../content/lessons.ts'
import { root } from '../paths.ts'
import { chooseSeed } from '../runner/seed.ts'
import type { Checkout } from '../testing/checkout.ts'
import { emptySpecs } from './empty-spec.ts'
import type { Figure } from './figure.ts'
import { connectAdmin, replay, sentSince, serverTime } from './statements.ts'
import { runNode, timed } from './turns.ts'

const rounds = 3

/** All solutions, compared with as many empty specs and the statements that they sent; then all known answers. */
export async function allSpecs(checkout: Checkout): Promise<Figure[]> {
  const count = listExercises().length
  const empty = emptySpecs(path.join(checkout.root, 'bench', 'many'), count)
  await checkout.run(['db', 'start'])
  const admin = await connectAdmin(checkout)
  const since = await serverTime(admin)
  // A run that keeps all that it sends is slower than others, and not timed.
  await runProject(checkout, 'solutions', { WORKBOOK_WHOLE_LOG: '1' })
  const sent = await sentSince(admin, since)
  await admin.end()
  const [values, base]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    values.push(await runProject(checkout, 'solutions'))
    const again = await connectAdmin(checkout)
    base.push((await empty.run()) + (await timed(() => replay(again, sent))))
    again.destroy()
  }
  const answered = await runProject(checkout, 'answers')
  await checkout.run(['db', 'stop'])
  const known = countAnswers()
  return [
    {
      values,
      base,
      what: `all solutions (${count} specs)`,
      yardstick: 'as many empty specs, and the statements over one connection',
      unit: 'ms',
      goal: { kind: 'ratio', limit: 1.5 },
      note: `${rounds} runs each in turns, workers shared; ${sent.filter(Boolean).length} statements of one run, recorded before`,
    },
    {
      values: [answered / known],
      base: values.map((one) => one / count),
      what: `a known answer, mean of ${known}`,
      yardstick: 'a solution, mean',
      unit: 'ms',
      goal: { kind: 'ratio', limit: 0.6 },
      note: 'all of them once',
    },
  ]
}

// --- internal ---

/** The specs of this checkout, on the copy's server: a copy does not contain the known answers. */
async function runProject(
  checkout: Checkout,
  project: string,
  more: NodeJS.ProcessEnv = {},
): Promise<number> {
  const seed = String(chooseSeed())
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', `--project=${project}`]
  const env = checkout.environment({ WORKBOOK_SEED: seed, ...more })
  return timed(() => runNode(args, { cwd: root, env })).catch((cause: unknown) => {
    throw new Error(`WORKBOOK_SEED=${seed}: ${(cause as Error).message}`, { cause })
  })
}

/** Wrong ones and other right ones, and the stub of each exercise. */
function countAnswers(): number {
  const folders = listExercises().flatMap(({ mistakes, alternatives }) => [mistakes, alternatives])
  const names = folders.flatMap((folder) => readdirSync(folder))
  return names.filter((name) => !name.endsWith('.types.ts')).length + listExercises().length
}
