import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Checkout } from '../testing/checkout.ts'
import { emptySpec } from './empty-spec.ts'
import type { Figure } from './figure.ts'
import { sample, solution, startWatch } from './sample.ts'
import { inTurns, interrupt, timed } from './turns.ts'

const rounds = 7

/** One exercise checked while nothing runs, while a server runs, and while a session does. */
export async function checkOne(checkout: Checkout): Promise<Figure[]> {
  const empty = emptySpec(path.join(checkout.root, 'bench'))
  writeFileSync(checkout.at(sample.file), solution)
  const measure = async (what: string, limit: number): Promise<Figure> => ({
    ...(await inTurns(rounds, check, () => empty.run())),
    what: `npm run check -- one-exercise, ${what}`,
    yardstick: 'vitest run of one empty spec',
    unit: 'ms',
    goal: { kind: 'ratio', limit },
    note: `${sample.id}, ${rounds} runs each in turns`,
  })
  const check = () =>
    timed(async () => {
      const { code, stderr } = await checkout.run(['check', sample.id])
      if (code !== 0) throw new Error(`The check ended with ${code}: ${stderr}`)
    })
  const nothing = await measure('nothing runs, data ready', 2.2)
  await checkout.run(['db', 'start'])
  const server = await measure('a server runs', 1.7)
  const session = await startWatch(checkout)
  const asked = await measure('a session runs', 0.6)
  await interrupt(session)
  await checkout.run(['db', 'stop'])
  return [asked, server, nothing]
}
