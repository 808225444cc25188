import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import { identify, isAlive } from './process-identity.ts'

/** For the environment of a process whose family is to end: all that it starts inherits it. */
export interface FamilyMark {
  readonly name: string
  /** The process that made the mark, and a random number. */
  readonly value: string
  /** Seconds since the machine started. */
  readonly since: number
}

export function newFamilyMark(): FamilyMark {
  const { pid, born } = (self ??= identify())
  return { name: markName, value: `${pid} ${born} ${randomUUID()}`, since: os.uptime() }
}

/**
 * Ends a process that was started as the leader of a group (`detached`), and everything that it has started: its
 * children and theirs, even those that have started their own group.
 * @param mark is in the environment of the process; by it, Linux shows even those whose parent has ended
 */
export function killFamily(pid: number, mark: FamilyMark): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true })
    return
  }
  // Found first: a child whose parent is gone belongs to nobody.
  const members = membersOf(pid, mark)
  for (const member of [-pid, ...members]) kill(member)
}

/**
 * Ends the families whose marks were made by a process that has ended since, killed before it could do so itself. Linux
 * only: elsewhere the environment of another process can't be read.
 */
export function killOrphans(): void {
  if (process.platform !== 'linux') return
  for (const { pid } of listProc()) {
    const [, maker, born] = environmentOf(pid).match(markPattern) ?? []
    if (maker && born && !isAlive({ pid: Number(maker), born })) kill(pid)
  }
}

// --- internal ---

const markName = 'WORKBOOK_WORKER'
const markPattern = new RegExp(`(?:^|\\0)${markName}=(\\d+) (\\S+) `)
/** Linux tells programs so whatever its own clock does: proc(5), USER_HZ. */
const ticksOfSecond = 100
let self: ReturnType<typeof identify> | undefined

interface Relation {
  pid: number
  parent: number
  group: number
  /** Seconds since the machine started; 0 if that is not known. */
  born: number
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

function membersOf(leader: number, mark: FamilyMark): number[] {
  const all = listProcesses()
  const members = new Set([leader])
  const belongs = (one: Relation) =>
    !members.has(one.pid) &&
    (members.has(one.parent) || members.has(one.group) || isMarked(one, mark))
  // Until nothing is added: the list has no order.
  for (let more = all.filter(belongs); more.length > 0; more = all.filter(belongs)) {
    for (const { pid } of more) members.add(pid)
  }
  return [...members]
}

/** Its parent may have ended: then the first process is its parent, or the manager of services that the user has. */
function isMarked({ pid, born }: Relation, { name, value, since }: FamilyMark): boolean {
  if (process.platform !== 'linux' || born < since - 1) return false
  return environmentOf(pid).includes(`${name}=${value}`)
}

/** Empty for a process of another user, or one that has ended. */
function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1')
  } catch {
    return ''
  }
}

function listProcesses(): Relation[] {
  return process.platform === 'linux' ? listProc() : listByPs()
}

function listProc(): Relation[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name)
    if (!Number.isInteger(pid)) return []
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      // The name in parentheses may contain spaces; then come the state, the parent, the group, …
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const [parent, group, ticks] = [fields[1], fields[2], fields[19]].map(Number)
      return [{ pid, parent: parent!, group: group!, born: ticks! / ticksOfSecond }]
    } catch {
      // It has ended in the meantime.
      return []
    }
  })
}

function listByPs(): Relation[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid='], { encoding: 'utf8' })
  return lines.split('\n').flatMap((line) => {
    const [pid, parent, group] = line.trim().split(/\s+/).map(Number)
    return pid && parent !== undefined && group !== undefined
      ? [{ pid, parent, group, born: 0 }]
      : []
  })
}
