import { setTimeout as delay } from 'node:timers/promises'
import type { Checkout } from '../testing/checkout.ts'
import type { Figure } from './figure.ts'
import { residentMegabytes } from './resident.ts'
import { saveAndWait, solution } from './sample.ts'
import { startSession } from './start.ts'
import { interrupt } from './turns.ts'

/** The memory of a session: while it waits, and after many saves. Resident sets summed over node and mysqld. */
export async function memoryOfSession(checkout: Checkout): Promise<Figure[]> {
  // The very first start prepares the site's packages, which takes memory that later starts do not need.
  await interrupt(await startSession(checkout))
  const session = await startSession(checkout)
  const now = () => residentMegabytes(session.pid!, checkout.state)
  await delay(15_000)
  const idle = now()
  const after: number[] = []
  for (const [from, to] of [
    [0, 20],
    [20, 500],
  ] as const) {
    for (let count = from; count < to; count++)
      await saveAndWait(checkout, session, `${solution}// ${count}\n`)
    await delay(15_000)
    after.push(now())
  }
  await interrupt(session)
  const note = '15 s later, the second start'
  return [
    {
      values: [idle],
      base: [idle],
      what: 'memory of an idle session with the embedded server',
      yardstick: '',
      unit: 'MB',
      goal: { kind: 'at-most', limit: 450 },
      note: 'RSS summed over node and mysqld, 15 s after the ready line of the second start',
    },
    {
      values: [after[1]!],
      base: [after[0]!],
      what: 'memory after 500 saves',
      yardstick: 'after 20 saves',
      unit: 'MB',
      goal: { kind: 'ratio', limit: 1.1 },
      note,
    },
  ]
}
