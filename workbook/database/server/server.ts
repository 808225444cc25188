import { readConfig } from '../../config.ts'
import { WorkbookError } from '../../errors.ts'
import { connect } from '../connect.ts'
import { lockState } from './lock.ts'
import { prepareServer, tidyServer } from '../prepare.ts'
import { connectStudent } from '../student.ts'
import { killOrphans } from '../../system/process-family.ts'
import { startChosen, providers } from '../providers.ts'
import {
  listServerNotes,
  readServerNote,
  removeServerNote,
  writeServerNote,
  type ServerNote,
} from './note.ts'
import type { DatabaseAccess, StartProgress } from '../types.ts'
import type { ProviderName } from '../../config.ts'
import { leaveUser, listUsers, noteProvider, type User } from './users.ts'

interface UseOptions {
  session: string
  progress: StartProgress
  signal: AbortSignal
  keep: boolean
  /** Use only this one. */
  provider: ProviderName | undefined
}

interface UsedServer {
  access: DatabaseAccess
  /** Did this process bring it up? */
  created: boolean
}

/** Joins the running server, or starts one. Call it while holding the lock. */
export async function useServer(options: UseOptions): Promise<UsedServer> {
  const used = (await joinNoted(options)) ?? (await startNew(options))
  noteProvider(options.session, used.access.provider)
  return used
}

/** Leaves the server; the last one out stops it, unless it should stay. */
export async function releaseServer(options: {
  session: string
  access: DatabaseAccess
  created: boolean
  interrupted: boolean
}): Promise<void> {
  const { session, access, created, interrupted } = options
  using _lock = await lockState()
  leaveUser(session)
  const alone = usersOf(access.provider).length === 0
  const note = readServerNote(access.provider)
  // A container stays: that makes the next command quicker, and it costs little while idle.
  const stops = access.provider === 'embedded' || (interrupted && created)
  const stop = alone && !note?.keep && stops
  await tidyServer(access, { dead: [session], alone: alone && !stop }).catch(() => {})
  // Nobody should wait a second for InnoDB to end, except after Ctrl-C, when people look for what is left.
  if (note && stop) await stopNoted(note, interrupted)
}

/** Stops the server of a note, no matter who uses it. Call it while holding the lock. */
export async function stopNoted(note: ServerNote, wait = true): Promise<void> {
  const { provider, admin } = note.access
  await providers[provider].stop(note.handle, admin, wait)
  removeServerNote(provider)
}

/** Live processes that use the server of a provider. */
export function usersOf(provider: ProviderName): User[] {
  return listUsers().alive.filter((user) => user.provider === provider)
}

// --- internal ---

async function joinNoted({
  keep,
  progress,
  provider,
}: UseOptions): Promise<UsedServer | undefined> {
  const { practice } = readConfig()
  const notes = listServerNotes().filter(isWanted)
  for (const note of notes.filter(({ access }) => !provider || access.provider === provider)) {
    const { access } = note
    if (!(await stillAnswers(note))) {
      // A container is found again by its label; our own server is shutting down, or stuck.
      if (access.provider === 'embedded') await stopNoted(note)
      else removeServerNote(access.provider)
      continue
    }
    const { dead } = listUsers()
    if (dead.length > 0) {
      killOrphans()
      await tidyServer(access, { dead, alone: false })
    }
    // Whatever has changed the account's password, this command and the next ones must work.
    await (await connectStudent(access))[Symbol.asyncDispose]()
    for (const session of dead) leaveUser(session)
    if (keep && !note.keep) writeServerNote({ ...note, keep })
    if (access.practice === practice) return { access, created: false }
    return { access: await prepareServer(access.provider, access.admin, progress), created: false }
  }
  return undefined
}

/** @throws {WorkbookError} when it is running and others use it, but it accepts no connection */
async function stillAnswers({ access }: ServerNote): Promise<boolean> {
  try {
    await using _own = await connect(access.admin)
    return true
  } catch (error) {
    const full = error instanceof WorkbookError && error.code === 'SERVER_FAILED'
    if (full && usersOf(access.provider).length > 0) throw error
    return false
  }
}

/** What .env asks for now may be a different server from the one in the note. */
function isWanted({ access, handle }: ServerNote): boolean {
  const { forced, external, image } = readConfig()
  const inUse = usersOf(access.provider).length > 0
  if (access.provider === 'container' && handle.image !== image && !inUse) return false
  if (forced) return access.provider === forced && isSameServer(access)
  return external ? isSameServer(access) : access.provider !== 'external'
}

function isSameServer({ provider, admin }: DatabaseAccess): boolean {
  if (provider !== 'external') return readConfig().forced === provider
  const { external } = readConfig()
  const parts = ['host', 'port', 'user', 'password', 'encrypted'] as const
  return external !== undefined && parts.every((part) => external[part] === admin[part])
}

async function startNew(options: UseOptions): Promise<UsedServer> {
  const { progress, signal, keep } = options
  const { provider, started } = await startChosen(options)
  try {
    const access = await prepareServer(provider, started.admin, progress)
    const { dead, alive } = listUsers()
    const isOurs = provider !== 'external'
    if (dead.length > 0) killOrphans()
    await tidyServer(access, { dead, alone: isOurs, living: alive.map(({ session }) => session) })
    for (const session of dead) leaveUser(session)
    signal.throwIfAborted()
    writeServerNote({ access, handle: started.handle, keep })
    return { access, created: true }
  } catch (error) {
    await started[Symbol.asyncDispose]()
    throw error
  }
}
