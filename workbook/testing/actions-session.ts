import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { tokenHeader } from '../site/actions.ts'
import type { Checkout } from './checkout.ts'

/** A process that answers a page's actions in a copy of the checkout, as `npm start` does, without a database. */
export interface ActionsSession extends Disposable {
  /** What it has printed: `check ID` for each check that was asked for. */
  printed(): string
  ask(
    name: string,
    input: object,
    token?: string,
  ): Promise<{ status: number; body: Record<string, unknown> }>
}

export async function startActions(
  checkout: Checkout,
  env?: Record<string, string | undefined>,
): Promise<ActionsSession> {
  const [run, script] = ['run.js', path.join('testing', 'actions-process.ts')].map((name) =>
    path.join(checkout.root, 'workbook', name),
  )
  const child = spawn(process.execPath, [run!, script!, right], {
    cwd: checkout.root,
    env: checkout.environment(env),
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    printed: () => output,
    async ask(name, input, token = right) {
      const answer = await fetch(`${url}${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [tokenHeader]: token },
        body: JSON.stringify(input),
      })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    },
    [Symbol.dispose]: () => void child.kill(),
  }
}

// --- internal ---

const right = 'only-the-page-knows'
