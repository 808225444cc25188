import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../connect.ts'
import { isAlive, type ProcessIdentity } from '../../system/process-identity.ts'
import type { Account } from '../types.ts'

/** Stops a mysqld: by its own SHUTDOWN, by SIGTERM, and finally by SIGKILL, which InnoDB recovers from. */
export async function stopServer(identity: ProcessIdentity, admin?: Account): Promise<void> {
  if (!isAlive(identity)) return
  const asked = admin !== undefined && (await askToStop(admin))
  if (!asked) signalServer(identity, 'SIGTERM')
  if (await ended(identity, 15_000)) return
  signalServer(identity, 'SIGTERM')
  if (await ended(identity, 5000)) return
  signalServer(identity, 'SIGKILL')
  await ended(identity, 5000)
}

/** Sends SHUTDOWN; false when the server accepted no connection. InnoDB then needs about a second to end. */
export async function askToStop(admin: Account): Promise<boolean> {
  try {
    await using own = await connect(admin)
    await own.connection.query('SHUTDOWN')
    return true
  } catch {
    return false
  }
}

/** Sends a signal to a mysqld; where the system gives a pid away again soon, only if that is still one. */
export function signalServer({ pid }: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    if (process.platform === 'win32' && !isMysqld(pid)) return
    process.kill(pid, signal)
  } catch {
    // It has ended in the meantime.
  }
}

// --- internal ---

function isMysqld(pid: number): boolean {
  const args = ['/FI', `PID eq ${pid}`, '/NH']
  return /mysqld/i.test(execFileSync('tasklist', args, { encoding: 'utf8', windowsHide: true }))
}

async function ended(identity: ProcessIdentity, timeout: number): Promise<boolean> {
  const deadline = performance.now() + timeout
  while (isAlive(identity)) {
    if (performance.now() > deadline) return false
    await sleep(20)
  }
  return true
}
