import { readState, removeState, writeState } from '../system/state-files.ts'
import { identify, isAlive, type ProcessIdentity } from '../system/process-identity.ts'

/** How another command finds the running session and identifies itself there. For this user only. */
export interface SessionNote {
  /** A socket's path; on Windows a pipe's name. */
  address: string
  /** To be shown with each request. */
  token: string
  /** Of the code that the session runs, see code-stamp.ts. */
  code: string
  process: ProcessIdentity
}

/** Notes this process as the session. The newest answers. @throws {WorkbookError} FILE_SYSTEM */
export function writeSessionNote(note: Omit<SessionNote, 'process'>): void {
  writeState(file, { ...note, process: identify() })
}

/** The running session; a note left by one that was killed does not count. */
export function readSessionNote(): SessionNote | undefined {
  const note = readState(file) as SessionNote | undefined
  return note?.process && isAlive(note.process) ? note : undefined
}

/** Where a session that was killed has left its socket. */
export function abandonedAddress(): string | undefined {
  const note = readState(file) as SessionNote | undefined
  return note?.process && !isAlive(note.process) ? note.address : undefined
}

/** Removes the note with this address; any other note stays. */
export function removeSessionNote(address: string): void {
  const note = readState(file) as SessionNote | undefined
  if (note?.address === address) removeState(file)
}

// --- internal ---

const file = 'session.json'
