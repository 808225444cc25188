import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../connect.ts'
import { isAlive, type ProcessIdentity } from '../process-identity.ts'
import type { Account } from '../types.ts'

/** Stops a mysqld: by its own SHUTDOWN, by SIGTERM, and at last by SIGKILL, which InnoDB recovers from. */
export async function stopServer(identity: ProcessIdentity, admin?: Account): Promise<void> {
  if (!isAlive(identity)) return
  const asked = admin !== undefined && (await askToStop(admin))
  if (!asked) kill(identity, 'SIGTERM')
  if (await ended(identity, 15_000)) return
  kill(identity, 'SIGTERM')
  if (await ended(identity, 5000)) return
  kill(identity, 'SIGKILL')
  await ended(identity, 5000)
}

/** Sends SHUTDOWN; false when the server took no connection. InnoDB then needs about a second to end. */
export async function askToStop(admin: Account): Promise<boolean> {
  try {
    await using own = await connect(admin, { connectTimeout: 3000 })
    await own.connection.query('SHUTDOWN')
    return true
  } catch {
    return false
  }
}

// --- internal ---

function kill({ pid }: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended in the meantime.
  }
}

async function ended(identity: ProcessIdentity, timeout: number): Promise<boolean> {
  const deadline = Date.now() + timeout
  while (isAlive(identity)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}
