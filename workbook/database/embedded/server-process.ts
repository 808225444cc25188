import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { adminName, initFile, readPasswords } from '../accounts.ts'
import { answers } from '../connect.ts'
import {
  argumentsOf,
  identify,
  isAlive,
  type ProcessIdentity,
} from '../../system/process-identity.ts'
import { serverSettings, unsyncedSettings } from '../settings.ts'
import {
  readState,
  removeState,
  statePath,
  writePrivate,
  writeState,
} from '../../system/state-files.ts'
import type { Account } from '../types.ts'
import type { ServerBinary } from './binary.ts'
import { userOption } from './data-folder.ts'
import { lastErrors } from './error-log.ts'
import { freePort, rememberPort } from './free-port.ts'
import { stopServer } from './stop-server.ts'

const errorLog = 'mysqld.log'
const processNote = 'mysqld.json'
/** mysqld's own note, in the data folder. */
const pidFile = 'mysqld.pid'
const host = '127.0.0.1'
/** Recovery after a kill takes a few seconds, on a slow and busy machine a minute; anything longer is a failure. */
const startTimeout = 180_000

/** Starts mysqld apart from this process: Ctrl-C does not reach it, and it outlives us. */
export async function startServer(
  binary: ServerBinary,
  folder: string,
  signal: AbortSignal,
): Promise<{ admin: Account; identity: ProcessIdentity }> {
  // One that was left behind by a killed start, or is still shutting down.
  const left = notedProcess() ?? unnotedProcess(folder)
  if (left) await stopServer(left)
  signal.throwIfAborted()
  const passwords = readPasswords()
  const port = await freePort(host)
  const init = statePath(`init-${process.pid}.sql`)
  writePrivate(init, initFile(passwords, host))
  rmSync(statePath(errorLog), { force: true })
  const identity = launch(binary, folder, [
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--init-file=${init}`,
  ])
  const admin = { host, port, user: adminName, password: passwords.admin }
  try {
    await untilReady(identity, admin, signal)
    rememberPort(port)
    return { admin, identity }
  } catch (error) {
    await stopServer(identity)
    throw error
  } finally {
    rmSync(init, { force: true })
  }
}

/** The mysqld that this state folder knows of, noted as soon as it exists. */
export function notedProcess(): ProcessIdentity | undefined {
  const note = readState(processNote) as ProcessIdentity | undefined
  if (note?.pid && note.born && isAlive(note)) return note
  removeState(processNote)
  return undefined
}

// --- internal ---

/** A mysqld that works on this data folder, although the notes of it are lost: no other can, until it ends. */
function unnotedProcess(folder: string): ProcessIdentity | undefined {
  const file = path.join(folder, pidFile)
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN
  // The file of one that was killed stays, and its number may be another's by now.
  return argumentsOf(pid)?.includes(dataOption(folder)) ? identify(pid) : undefined
}

function dataOption(folder: string): string {
  return `--datadir=${folder}`
}

function launch(binary: ServerBinary, folder: string, more: string[]): ProcessIdentity {
  const child = spawn(
    binary.program,
    [
      ...binary.args,
      '--no-defaults',
      ...binary.options,
      ...userOption(),
      dataOption(folder),
      `--pid-file=${pidFile}`,
      `--log-error=${statePath(errorLog)}`,
      '--secure-file-priv=NULL',
      // No socket: its path would have to be shorter than 107 bytes, and all of us come over TCP.
      ...(process.platform === 'win32' ? [] : ['--socket=']),
      ...serverSettings,
      ...(process.platform === 'win32' ? [] : unsyncedSettings),
      ...more,
    ],
    { detached: true, stdio: 'ignore', windowsHide: true, cwd: folder },
  )
  child.on('error', () => {})
  child.unref()
  const identity = identify(child.pid ?? -1)
  writeState(processNote, identity)
  return identity
}

async function untilReady(
  identity: ProcessIdentity,
  admin: Account,
  signal: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + startTimeout
  // A connection may fail on a busy machine even then.
  while (!(isReady() && (await answers(admin)))) {
    signal.throwIfAborted()
    if (!isAlive(identity)) throw startFailed(lastErrors(statePath(errorLog)))
    if (performance.now() > deadline)
      throw startFailed(say('db.start-timeout', { seconds: startTimeout / 1000 }))
    await sleep(20)
  }
}

/** The log says so, without a trail of refused connections. */
function isReady(): boolean {
  const log = statePath(errorLog)
  return existsSync(log) && readFileSync(log, 'utf8').includes('[MY-010931]')
}

function startFailed(reason: string): WorkbookError {
  return new WorkbookError(
    say('db.start-failed', { reason: reason || say('db.start-silent') }),
    say('db.start-failed.next', { log: statePath(errorLog) }),
    { code: 'SERVER_FAILED' },
  )
}
