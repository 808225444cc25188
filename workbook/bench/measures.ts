import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findExercise, listExercises } from '../content/lessons.ts'
import { root } from '../paths.ts'
import type { Checkout } from '../testing/checkout.ts'
import { emptySpec, nextLine } from './empty-spec.ts'
import { median, type Figure } from './figure.ts'

/** An exercise with six tests, the statement log read in each. */
const sample = findExercise('ddl/add-archived-flag')
const rounds = 15

/** From a save to the verdict in the terminal, in a session that has been warm for a while. */
export async function saveToVerdict(checkout: Checkout): Promise<Figure> {
  const session = checkout.start(['watch'])
  await nextLine(session, /Ctrl-C/)
  await using empty = await emptySpec(path.join(checkout.root, 'bench')).watch()
  const solution = readFileSync(sample.solution, 'utf8')
  const save = async (count: number) => {
    const done = nextLine(session, /: passed/)
    const started = performance.now()
    writeFileSync(checkout.at(sample.file), `${solution}// ${count}\n`)
    await done
    return performance.now() - started
  }
  const [ours, theirs] = await inTurns(rounds, save, () => empty.save(), 700)
  await stop(session)
  return {
    what: 'save → verdict, session warm',
    yardstick: 'vitest watch re-running one empty spec',
    value: median(ours),
    base: median(theirs),
    unit: 'ms',
    goal: { kind: 'ratio', limit: 1.3 },
    note: `${sample.id}, ${rounds} saves each in turns`,
  }
}

/** One exercise checked with nothing running, and with a server that runs. */
export async function checkOne(checkout: Checkout): Promise<Figure[]> {
  const empty = emptySpec(path.join(checkout.root, 'bench'))
  writeFileSync(checkout.at(sample.file), readFileSync(sample.solution))
  const check = async () => {
    const started = performance.now()
    await checkout.run(['check', sample.id])
    return performance.now() - started
  }
  await check()
  const [cold, base] = await inTurns(5, check, () => empty.run())
  await checkout.run(['db', 'start'])
  const [warm, again] = await inTurns(5, check, () => empty.run())
  await checkout.run(['db', 'stop'])
  const shared = {
    yardstick: 'vitest run of one empty spec',
    unit: 'ms',
    note: `${sample.id}, 5 runs each in turns`,
  } as const
  return [
    {
      ...shared,
      what: 'check, nothing running, data ready',
      value: median(cold),
      base: median(base),
      goal: { kind: 'extra', limit: 1500 },
    },
    {
      ...shared,
      what: 'check, a server runs',
      value: median(warm),
      base: median(again),
      goal: { kind: 'extra', limit: 700 },
    },
  ]
}

/** All solutions against one server, beside a container started for each spec file. */
export async function allSolutions(checkout: Checkout): Promise<Figure> {
  const count = listExercises().length
  await checkout.run(['db', 'start'])
  const runAll = async () => {
    const started = performance.now()
    const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const child = spawn(process.execPath, [vitest, 'run', '--project=solutions'], {
      cwd: checkout.root,
      env: checkout.environment(),
      stdio: 'ignore',
    })
    await once(child, 'close')
    return performance.now() - started
  }
  const ours = [await runAll(), await runAll()]
  await checkout.run(['db', 'stop'])
  const containers = [await oneContainer(), await oneContainer()]
  return {
    what: `all solutions (${count} specs)`,
    yardstick: 'one container per spec file',
    value: median(ours),
    base: median(containers) * count,
    unit: 'ms',
    goal: { kind: 'times-faster', limit: 60 },
    note: `${containers.length} containers started and stopped (${containers.map(Math.round).join(', ')} ms), scaled to ${count}`,
  }
}

/** The first `npm start` after an install, beside the raw commands that fetch, unpack and initialise a server. */
export async function firstStart(
  checkout: Checkout,
  raw: (folder: string) => Promise<void>,
): Promise<Figure> {
  const begun = performance.now()
  await raw(path.join(checkout.root, 'bench', 'raw'))
  const base = performance.now() - begun
  const started = performance.now()
  const session = checkout.start(['start', '--no-open', '--port', '5683'], {
    env: { WORKBOOK_STATE: path.join(checkout.root, 'bench', 'state') },
  })
  await nextLine(session, /ready: /)
  const value = performance.now() - started
  await stop(session)
  return {
    what: 'first npm start after an install',
    yardstick: 'the raw fetch and mysqld --initialize',
    value,
    base,
    unit: 'ms',
    goal: { kind: 'ratio', limit: 1.3 },
    note: 'once each',
  }
}

/** The memory of a session that waits, with the embedded server: resident sets summed over its processes. */
export async function idleMemory(checkout: Checkout): Promise<Figure> {
  const open = async () => {
    const session = checkout.start(['start', '--no-open', '--port', '5684'])
    await nextLine(session, /ready: /)
    return session
  }
  // The first start of all prepares the site's packages, which takes memory that later ones do not.
  await stop(await open())
  const session = await open()
  await delay(15_000)
  const value = residentMegabytes(session.pid!, checkout.state)
  await stop(session)
  return {
    what: 'memory of an idle session with the embedded server',
    yardstick: '',
    value,
    base: value,
    unit: 'MB',
    goal: { kind: 'at-most', limit: 600 },
    note: 'RSS summed over node and mysqld, second start, 15 s after the ready line',
  }
}

// --- internal ---

async function inTurns(
  count: number,
  first: (round: number) => Promise<number>,
  second: (round: number) => Promise<number>,
  pause = 0,
): Promise<[number[], number[]]> {
  const results: [number[], number[]] = [[], []]
  for (let round = 0; round <= count; round++) {
    const pair = [await first(round)]
    await delay(pause)
    pair.push(await second(round))
    await delay(pause)
    // The first round warms both up.
    if (round > 0) pair.forEach((value, index) => results[index]!.push(value))
  }
  return results
}

async function oneContainer(): Promise<number> {
  // The container is stopped below; the reaper's image may not be had here.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true'
  const { MySqlContainer } = await import('@testcontainers/mysql')
  const started = performance.now()
  const container = await new MySqlContainer(process.env.MYSQL_IMAGE ?? 'mysql:9.7').start()
  await container.stop()
  return performance.now() - started
}

async function stop(session: ChildProcess): Promise<void> {
  const closed = once(session, 'close')
  session.kill('SIGINT')
  await closed
}

/** The server is not a child of the session: it is found by the state folder on its command line. */
function residentMegabytes(pid: number, state: string): number {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
  const processes = stdout.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    return match
      ? [
          {
            pid: Number(match[1]),
            parent: Number(match[2]),
            kilobytes: Number(match[3]),
            args: match[4]!,
          },
        ]
      : []
  })
  const family = new Set([pid])
  for (const one of processes) if (family.has(one.parent)) family.add(one.pid)
  const server = processes.filter(
    ({ args }) => args.includes('mysqld') && args.includes(`--datadir=${state}`),
  )
  for (const one of server) family.add(one.pid)
  const total = processes
    .filter((one) => family.has(one.pid))
    .reduce((sum, one) => sum + one.kilobytes, 0)
  return total / 1024
}
