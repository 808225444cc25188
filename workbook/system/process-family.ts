import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * Ends a process that was started as the leader of a group (`detached`), and everything that it has started: its
 * children and theirs, even those that have started their own group.
 * @param mark is in the environment of the process; by it, Linux shows even those whose parent has ended
 */
export function killFamily(pid: number, mark: string): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true })
    return
  }
  // Found first: a child whose parent is gone belongs to nobody.
  const members = membersOf(pid, mark)
  for (const member of [-pid, ...members]) kill(member)
}

// --- internal ---

interface Relation {
  pid: number
  parent: number
  group: number
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

function membersOf(leader: number, mark: string): number[] {
  const all = listProcesses()
  const members = new Set([leader])
  const belongs = ({ pid, parent, group }: Relation) =>
    !members.has(pid) && (members.has(parent) || members.has(group) || isMarked(pid, parent, mark))
  // Until nothing is added: the list has no order.
  for (let more = all.filter(belongs); more.length > 0; more = all.filter(belongs)) {
    for (const { pid } of more) members.add(pid)
  }
  return [...members]
}

/** Only orphans need to be looked at: all others are found through their parents. */
function isMarked(pid: number, parent: number, mark: string): boolean {
  if (process.platform !== 'linux' || parent !== 1) return false
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark)
  } catch {
    // Another user's.
    return false
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
      // The name in parentheses may contain spaces; then come the state, the parent and the group.
      const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3)
      return [{ pid, parent: Number(parent), group: Number(group) }]
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
    return pid && parent !== undefined && group !== undefined ? [{ pid, parent, group }] : []
  })
}
