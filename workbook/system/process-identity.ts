import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import os from 'node:os'

/** A process, distinguishable from a later one with the same pid. Plain data, for notes. */
export interface ProcessIdentity {
  pid: number
  /** The boot and the tick that it was born in; on macOS the second; on Windows the time of the note, Unix ms. */
  born: string
}

/** Names a process of this machine, this one by default. */
export function identify(pid = process.pid): ProcessIdentity {
  return { pid, born: birth(pid) ?? String(Date.now()) }
}

/** Is the process of a note still running? A zombie is not. */
export function isAlive({ pid, born }: ProcessIdentity): boolean {
  if (!signalReaches(pid)) return false
  const now = birth(pid)
  if (process.platform !== 'win32') return now === born
  return Number(born) > Date.now() - os.uptime() * 1000
}

/** What a process was started with, in one line; undefined when it has ended, and on Windows. */
export function argumentsOf(pid: number): string | undefined {
  if (process.platform === 'win32' || !signalReaches(pid)) return undefined
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return undefined
  }
}

// --- internal ---

function signalReaches(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** undefined on Windows, and for a process that has ended. */
function birth(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined
  return process.platform === 'linux' ? birthInProc(pid) : birthByPs(pid)
}

function birthByPs(pid: number): string | undefined {
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    // Each with its own `-o`: an empty heading swallows the rest of its argument.
    const args = ['-o', 'state=', '-o', 'lstart=', '-p', String(pid)]
    const line = execFileSync('ps', args, { encoding: 'utf8', env, stdio: 'pipe' }).trim()
    return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
  } catch {
    return undefined
  }
}

function birthInProc(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may contain spaces; the state is the first field after it, the start time the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot}:${fields[19]}`
  } catch {
    return undefined
  }
}
