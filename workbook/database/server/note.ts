import { providerNames } from '../../config.ts'
import { readState, removeState, writeState } from '../../system/state-files.ts'
import type { DatabaseAccess, StartedDatabase } from '../types.ts'
import type { ProviderName } from '../../config.ts'

/** What a session notes about the server that it started, so that other commands can join it. Contains passwords. */
export interface ServerNote {
  access: DatabaseAccess
  handle: StartedDatabase['handle']
  /** `npm run db -- start`: the server stays when its last user leaves. */
  keep: boolean
}

/** The note about the server of a provider; a broken one does not count. */
export function readServerNote(provider: ProviderName): ServerNote | undefined {
  const note = readState(fileOf(provider)) as Partial<ServerNote> | undefined
  const { access, handle } = note ?? {}
  if (!access?.admin || !access.student || !access.practice || !handle) return undefined
  // A server that an earlier version has started names no table.
  if (access.statementLog.readable) access.statementLog.table ??= 'mysql.general_log'
  return { access, handle, keep: note?.keep === true }
}

export function listServerNotes(): ServerNote[] {
  return providerNames.flatMap((provider) => readServerNote(provider) ?? [])
}

export function writeServerNote(note: ServerNote): void {
  writeState(fileOf(note.access.provider), note)
}

export function removeServerNote(provider: ProviderName): void {
  removeState(fileOf(provider))
}

// --- internal ---

function fileOf(provider: ProviderName): string {
  return `server-${provider}.json`
}
