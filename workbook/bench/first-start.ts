import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Checkout } from '../testing/checkout.ts'
import { nextLine } from './empty-spec.ts'
import type { Figure } from './figure.ts'
import { rawStart } from './raw-start.ts'
import { interrupt, timed } from './turns.ts'

/** The first `npm start` after an install, beside the raw commands that fetch, unpack and initialise a server. */
export async function firstStart(checkout: Checkout): Promise<Figure[]> {
  if (!existsSync('/usr/bin/apt-get')) throw new Error('the yardstick needs apt')
  const base = await timed(() => rawStart(path.join(checkout.root, 'bench', 'raw')))
  const env = { WORKBOOK_STATE: path.join(checkout.root, 'bench', 'state') }
  const session = checkout.start(['start', '--no-open', '--port', '5683'], { env })
  const value = await timed(() => nextLine(session, /ready: /))
  await interrupt(session)
  return [
    {
      values: [value],
      base: [base],
      what: 'first npm start after an install',
      yardstick: 'the raw fetch and mysqld --initialize',
      unit: 'ms',
      goal: { kind: 'ratio', limit: 1.15 },
      note: 'once each',
    },
  ]
}
