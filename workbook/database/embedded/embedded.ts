import { readConfig } from '../../config.ts'
import { say } from '../../language/language.ts'
import { findInstalled, readVersion, type ServerBinary } from './binary.ts'
import { prepareDataFolder } from './data-folder.ts'
import { fetchServer, findFetched, forgetFetched } from './fetched.ts'
import { notedProcess, startServer } from './server-process.ts'
import { askToStop, signalServer, stopServer } from './stop-server.ts'
import type { DatabaseProvider, StartedDatabase } from '../types.ts'

/** A private mysqld for this user: no root rights, data in the state folder. */
export const embedded: DatabaseProvider = {
  name: 'embedded',

  async probe(signal) {
    try {
      const binary = (await findInstalled(signal)) ?? findFetched()
      const detail = binary
        ? say('db.embedded-found', { version: binary.version, origin: binary.origin })
        : say('db.embedded-fetch')
      return { usable: true, detail }
    } catch (error) {
      return { usable: false, error: error as Error }
    }
  },

  async start(options) {
    const binary = await findServer(options)
    try {
      return await startBinary(binary, options)
    } catch (error) {
      if (!(await isDamaged(binary, options.signal))) throw error
      options.progress.note?.(say('db.fetched-damaged'))
      forgetFetched()
      return await startBinary(await findServer(options), options)
    }
  },

  async stop({ pid, born }, admin, wait) {
    if (pid === undefined || born === undefined) return
    if (wait || !(await askToStop(admin))) await stopServer({ pid, born }, admin)
  },
}

/** Tells the server to end, without waiting: all that can be done while a process exits. */
export function stopEmbeddedNow(): void {
  const identity = notedProcess()
  if (identity) signalServer(identity, 'SIGTERM')
}

/**
 * A MySQL server's program: the installed one, the fetched one, otherwise one that is fetched now.
 * Installed ones have to be asked what they are; a fetched one is known by its marker.
 * @throws {WorkbookError} NOT_MYSQL, FETCH_FAILED, NO_NETWORK, FILE_SYSTEM
 */
export async function findServer(options: StartOptions): Promise<ServerBinary> {
  const { mysqld } = readConfig()
  if (mysqld) return (await findInstalled(options.signal))!
  return (await findInstalled(options.signal)) ?? findFetched() ?? (await fetchServer(options))
}

// --- internal ---

type StartOptions = Parameters<DatabaseProvider['start']>[0]

async function startBinary(binary: ServerBinary, options: StartOptions): Promise<StartedDatabase> {
  const folder = await prepareDataFolder(binary, options)
  options.progress.step(say('db.starting', { version: binary.version }))
  const { admin, identity } = await startServer(binary, folder, options.signal)
  return {
    admin,
    handle: { pid: identity.pid, born: identity.born },
    [Symbol.asyncDispose]: () => stopServer(identity, admin),
  }
}

/** A fetched program that ran once and can't even tell its version now: a disk fault, or a virus scanner. */
async function isDamaged(binary: ServerBinary, signal: AbortSignal): Promise<boolean> {
  if (binary.origin !== 'fetched') return false
  const version = await readVersion(binary, signal).catch(() => undefined)
  signal.throwIfAborted()
  return version === undefined
}
