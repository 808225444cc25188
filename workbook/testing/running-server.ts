import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseAccess } from '../database/types.ts'
import { isAlive, type ProcessIdentity } from '../system/process-identity.ts'

/** The running mysqld of a state folder, even while it is ending. */
export async function runningServer(state: string): Promise<ProcessIdentity | undefined> {
  const note = path.join(state, 'mysqld.json')
  if (!existsSync(note)) return undefined
  const identity = JSON.parse(await readFile(note, 'utf8')) as ProcessIdentity
  return isAlive(identity) ? identity : undefined
}

/** Kills it, as the system might. */
export async function killServer(state: string): Promise<void> {
  const server = await runningServer(state)
  if (!server) return
  process.kill(server.pid, 'SIGKILL')
  while (isAlive(server)) await sleep(10)
}

/** How to reach the server of a state folder; it must be running. */
export async function accessOf(state: string): Promise<DatabaseAccess> {
  const note = await readFile(path.join(state, 'server-embedded.json'), 'utf8')
  return (JSON.parse(note) as { access: DatabaseAccess }).access
}
