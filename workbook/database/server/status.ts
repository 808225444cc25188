import { answers } from '../connect.ts'
import { lockState } from './lock.ts'
import { stopNoted, usersOf } from './server.ts'
import { listServerNotes, writeServerNote, type ServerNote } from './note.ts'
import type { DatabaseAccess } from '../types.ts'
import type { User } from './users.ts'

export interface DatabaseStatus {
  access: DatabaseAccess
  /** Does it answer now? */
  running: boolean
  keep: boolean
  users: User[]
}

/** The servers that this state folder knows about. */
export async function databaseStatus(): Promise<DatabaseStatus[]> {
  return Promise.all(
    listServerNotes().map(async ({ access, keep }) => ({
      access,
      keep,
      running: await answers(access.admin),
      users: usersOf(access.provider),
    })),
  )
}

/**
 * Stops the workbook's servers. A server that others use only loses its keep flag, so that it stops with the last
 * of them, unless `force` is given.
 */
export async function stopDatabase(options: { force?: boolean } = {}): Promise<{
  stopped: ServerNote[]
  inUse: { note: ServerNote; users: User[] }[]
}> {
  using _lock = await lockState()
  const notes = listServerNotes()
  const inUse = notes
    .map((note) => ({ note, users: usersOf(note.access.provider) }))
    .filter(({ users }) => users.length > 0 && !options.force)
  const stopped = notes.filter((note) => inUse.every((other) => other.note !== note))
  for (const { note } of inUse) writeServerNote({ ...note, keep: false })
  for (const note of stopped) await stopNoted(note)
  return { stopped, inUse }
}
