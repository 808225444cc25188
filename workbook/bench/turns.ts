import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Runs two things in turn, so that both see the same machine. The first round warms both up and does not count.
 * @param pause after each, in milliseconds
 * @returns what each of them returned, round by round
 */
export async function inTurns(
  rounds: number,
  ours: (round: number) => Promise<number>,
  yardstick: (round: number) => Promise<number>,
  pause = 0,
): Promise<{ values: number[]; base: number[] }> {
  const values: number[] = []
  const base: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const value = await ours(round)
    await delay(pause)
    const other = await yardstick(round)
    await delay(pause)
    if (round === 0) continue
    values.push(value)
    base.push(other)
  }
  return { values, base }
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Runs Node to its end. @throws {Error} with what it wrote, when it ends differently from what was expected */
export async function runNode(
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; codes?: number[] } = {},
): Promise<void> {
  const { codes = [0], ...where } = options
  const child = spawn(process.execPath, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (codes.includes(code ?? -1)) return
  const failed = output.split('\n').filter((line) => line.includes(' FAIL '))
  throw new Error([`It ended with ${code}:`, ...failed, output.slice(-500)].join('\n'))
}

/** Ends a session as Ctrl-C does. */
export async function interrupt(session: ChildProcess): Promise<void> {
  const closed = once(session, 'close')
  session.kill('SIGINT')
  await closed
}
