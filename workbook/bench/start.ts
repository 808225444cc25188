import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../paths.ts'
import type { Checkout } from '../testing/checkout.ts'
import { nextLine } from './empty-spec.ts'
import type { Figure } from './figure.ts'
import { inTurns, interrupt, timed } from './turns.ts'

export const sessionPort = 5684
const rounds = 3

/** `npm start` to its ready line, data and packages ready, beside VitePress on one empty page. */
export async function warmStart(checkout: Checkout): Promise<Figure[]> {
  const folder = path.join(checkout.root, 'bench', 'site')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'index.md'), '# Empty\n')
  const ours = () => timeStart(() => startSession(checkout))
  return [
    {
      ...(await inTurns(rounds, ours, () => timeStart(() => startEmptySite(folder)))),
      what: 'npm start, warm, to the ready line',
      yardstick: 'vitepress dev of an empty site',
      unit: 'ms',
      goal: { kind: 'ratio', limit: 2 },
      note: `${rounds} starts each in turns, no server runs`,
    },
  ]
}

/** Starts `npm start` in a copy; resolves at its ready line. */
export async function startSession(checkout: Checkout): Promise<ChildProcess> {
  const session = checkout.start(['start', '--no-open', '--port', String(sessionPort)])
  await nextLine(session, /ready: /)
  return session
}

/** Milliseconds until it is open; then it is ended. */
export async function timeStart(open: () => Promise<ChildProcess>): Promise<number> {
  let session: ChildProcess
  const took = await timed(async () => (session = await open()))
  await interrupt(session!)
  return took
}

// --- internal ---

async function startEmptySite(folder: string): Promise<ChildProcess> {
  const vitepress = path.join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js')
  const port = String(sessionPort + 1)
  const site = spawn(process.execPath, [vitepress, 'dev', folder, '--port', port])
  await nextLine(site, /Local:/)
  return site
}
