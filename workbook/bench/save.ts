import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Checkout } from '../testing/checkout.ts'
import { emptySpec } from './empty-spec.ts'
import type { Figure } from './figure.ts'
import { answers, sample, saveAndWait, solution, startWatch } from './sample.ts'
import { inTurns, interrupt } from './turns.ts'

const calmSaves = 20
const hurriedSaves = 120
/** After a verdict: the time to press two keys. Milliseconds. */
const hurry = 150

/** From a save to the verdict in the terminal, in a session that has been warm for a while: calm, then in a hurry. */
export async function saveToVerdict(checkout: Checkout): Promise<Figure[]> {
  const session = await startWatch(checkout)
  await using empty = await emptySpec(path.join(checkout.root, 'bench')).watch()
  const save = (count: number) => saveAndWait(checkout, session, `${solution}// ${count}\n`)
  const calm = await inTurns(calmSaves, save, () => empty.save(), 700)
  const hurried: number[] = []
  for (let count = 0; count < hurriedSaves; count++) {
    await delay(hurry)
    const text = `${answers[count % answers.length]!}// ${count}\n`
    hurried.push(await saveAndWait(checkout, session, text))
  }
  await interrupt(session)
  return [
    {
      ...calm,
      what: 'save → verdict, session warm',
      yardstick: 'vitest watch re-running one empty spec',
      unit: 'ms',
      goal: { kind: 'ratio', limit: 1.15, tail: 1.4 },
      note: `${sample.id}, ${calmSaves} saves each in turns`,
    },
    {
      values: hurried,
      base: calm.values,
      what: 'the same in a hurry',
      yardstick: 'the calm save',
      unit: 'ms',
      goal: { kind: 'ratio', limit: 1.5 },
      note: `${hurriedSaves} saves, each ${hurry} ms after the last verdict: right, wrong, a syntax error in turn`,
    },
  ]
}
