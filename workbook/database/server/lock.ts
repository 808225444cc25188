import { randomBytes } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify, isAlive, type ProcessIdentity } from '../../system/process-identity.ts'
import { makeStateFolder, statePath, writePrivate } from '../../system/state-files.ts'

/*
 * One file per generation: `lock/7` belongs to the process that created it, and the highest number wins. Nobody removes the
 * highest; releasing writes an empty owner into it. So the number only grows, and a process that fell asleep
 * while it swept a dead owner wakes up, sees a higher number, and gives way. (Removing a dead owner's file and
 * creating it again under the same name would let two sweepers in.)
 */

const folder = 'lock'

/** Waits until no other process works on the database's state; disposing lets the next one in. */
export async function lockState(
  options: { signal?: AbortSignal | undefined; waiting?: (pid: number) => void } = {},
): Promise<Disposable> {
  for (let attempt = 0; ; attempt++) {
    options.signal?.throwIfAborted()
    const lock = tryLockState()
    if (!('pid' in lock)) return lock
    if (attempt === 20) options.waiting?.(lock.pid)
    await sleep(50, undefined, { signal: options.signal })
  }
}

/** Takes the lock now, or names the process that holds it. */
export function tryLockState(): Disposable | ProcessIdentity {
  makeStateFolder(folder)
  const highest = Math.max(0, ...generations())
  const owner = highest > 0 ? readOwner(highest) : undefined
  if (owner && isAlive(owner)) return owner
  const mine = highest + 1
  if (!create(mine)) return readOwner(mine) ?? identify()
  if (Math.max(...generations()) > mine) {
    rmSync(fileOf(mine), { force: true })
    return identify()
  }
  for (const older of generations()) if (older < mine) rmSync(fileOf(older), { force: true })
  return { [Symbol.dispose]: () => release(mine) }
}

// --- internal ---

function release(mine: number): void {
  // The whole folder may have been removed in the meantime.
  if (existsSync(fileOf(mine))) writePrivate(fileOf(mine), '{}')
}

function fileOf(generation: number): string {
  return path.join(statePath(folder), String(generation))
}

function generations(): number[] {
  return readdirSync(statePath(folder))
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function readOwner(generation: number): ProcessIdentity | undefined {
  try {
    const owner = JSON.parse(readFileSync(fileOf(generation), 'utf8')) as Partial<ProcessIdentity>
    return owner.pid && owner.born ? { pid: owner.pid, born: owner.born } : undefined
  } catch {
    return isYoung(generation) ? identify() : undefined
  }
}

/** On a file system without links, a lock looks empty for a moment while its owner writes it. */
function isYoung(generation: number): boolean {
  const stat = statSync(fileOf(generation), { throwIfNoEntry: false })
  return stat !== undefined && Math.abs(Date.now() - stat.mtimeMs) < 2000
}

/** The file appears with its contents or not at all: it is written under another name and then linked. */
function create(generation: number): boolean {
  const draft = path.join(
    statePath(folder),
    `draft-${process.pid}-${randomBytes(4).toString('hex')}`,
  )
  writePrivate(draft, JSON.stringify(identify()))
  try {
    linkExclusively(draft, fileOf(generation))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Some file systems (exFAT, network drives) do not have hard links. */
function linkExclusively(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
}
