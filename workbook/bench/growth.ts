import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listLessons, pageFile } from '../content/lessons.ts'
import { languages } from '../language/language.ts'
import { lessonsFolder, root, solutionsFolder, testFolder } from '../paths.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import type { Figure } from './figure.ts'
import { saveAndWait, solution, startWatch } from './sample.ts'
import { startSession, timeStart } from './start.ts'
import { inTurns, interrupt, runNode, timed } from './turns.ts'

const times = 10

/** What ten times as many lessons cost, compared with the existing ones. */
export async function growth(checkout: Checkout): Promise<Figure[]> {
  await using grown = await copyCheckout({ server: true })
  for (let copy = 1; copy < times; copy++)
    for (const lesson of listLessons()) add(grown, lesson, copy)
  const measure = async (what: string, limit: number, rounds: number, cost: Cost) => ({
    ...(await inTurns(
      rounds,
      () => cost(grown),
      () => cost(checkout),
    )),
    what: `${what}, ${times} times the exercises`,
    yardstick: 'the exercises that there are',
    unit: 'ms' as const,
    goal: { kind: 'ratio' as const, limit },
    note: `${rounds} each in turns`,
  })
  return [
    await measure('npm start, warm', 1.5, 3, startOf),
    await measure('save → verdict', 1.1, 5, saveIn),
    await measure('all solutions', times, 1, solutionsOf),
  ]
}

// --- internal ---

type Cost = (checkout: Checkout) => Promise<number>

/** A copy of a lesson under another number and id: stubs, solutions, specs, pages. */
function add(checkout: Checkout, { folder, id, number }: Lesson, copy: number): void {
  const name = `${number + 20 * copy}-${id}-${copy}`
  const text = (file: string) =>
    readFileSync(file, 'utf8').replaceAll(`#exercise/${folder}/`, `#exercise/${name}/`)
  for (const tree of [lessonsFolder, solutionsFolder, testFolder]) {
    const place = path.join(checkout.at(tree), name)
    cpSync(path.join(checkout.at(tree), folder), place, { recursive: true })
    for (const file of readdirSync(place, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts')) writeFileSync(path.join(place, file), text(path.join(place, file)))
  }
  for (const language of languages)
    writeFileSync(checkout.at(pageFile(name, language)), text(pageFile(folder, language)))
}

type Lesson = ReturnType<typeof listLessons>[number]

function startOf(checkout: Checkout): Promise<number> {
  return timeStart(() => startSession(checkout))
}

async function saveIn(checkout: Checkout): Promise<number> {
  const session = await startWatch(checkout)
  // The first one brings everything into memory.
  await saveAndWait(checkout, session, solution)
  const took = await saveAndWait(checkout, session, `${solution}// again\n`)
  await interrupt(session)
  return took
}

function solutionsOf(checkout: Checkout): Promise<number> {
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', '--project=solutions']
  return timed(() => runNode(args, { cwd: checkout.root, env: checkout.environment() }))
}
