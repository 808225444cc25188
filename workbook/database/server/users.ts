import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { identify, isAlive, type ProcessIdentity } from '../../system/process-identity.ts'
import { makeStateFolder, readState, removeState, writeState } from '../../system/state-files.ts'
import type { ProviderName } from '../../config.ts'

/** A process that uses the server. */
export interface User extends ProcessIdentity {
  session: string
  /** Whose server it uses; undefined while it starts. */
  provider?: ProviderName
}

const folder = 'users'
/** What {@link newSession} returns; it identifies the schemas of dead sessions. */
export const sessionPattern = 'w[a-z0-9]{11}'

/** `w`, the pid in base 36, and chance: twelve characters. */
export function newSession(): string {
  const chance = BigInt(`0x${randomBytes(8).toString('hex')}`).toString(36)
  return `w${(process.pid.toString(36) + chance).padEnd(11, '0').slice(0, 11)}`
}

export function enterUser(session: string): void {
  makeStateFolder(folder)
  writeState(noteOf(session), { ...identify(), session } satisfies User)
}

export function noteProvider(session: string, provider: ProviderName): void {
  writeState(noteOf(session), { ...identify(), session, provider } satisfies User)
}

export function leaveUser(session: string): void {
  removeState(noteOf(session))
}

/** Users whose process is running, and the sessions of those whose process died without leaving. */
export function listUsers(): { alive: User[]; dead: string[] } {
  const sessions = readdirSync(makeStateFolder(folder))
    .filter((name) => new RegExp(`^${sessionPattern}\\.json$`).test(name))
    .map((name) => name.slice(0, -'.json'.length))
  const alive: User[] = []
  const dead: string[] = []
  for (const session of sessions) {
    const note = readState(noteOf(session)) as User | undefined
    if (note?.pid && isAlive(note)) alive.push({ ...note, session })
    else dead.push(session)
  }
  return { alive, dead }
}

// --- internal ---

function noteOf(session: string): string {
  return `${folder}/${session}.json`
}
