import { existsSync, rmSync } from 'node:fs'
import { renameSync } from 'node:fs'
import path from 'node:path'
import {
  makeStateFolder,
  readState,
  removeState,
  statePath,
  writeState,
} from '../../system/state-files.ts'
import type { StartProgress } from '../types.ts'
import { aptPackages } from './apt.ts'
import { readVersion, type ServerBinary } from './binary.ts'
import type { Unpacked } from './package-source.ts'
import { portablePackage } from './portable.ts'

const folder = 'mysql'
const marker = 'mysql/installed.json'

/** The server that was fetched before. A half-finished one has no marker and does not count. */
export function findFetched(): ServerBinary | undefined {
  const note = readState(marker) as (Unpacked & { version: string }) | undefined
  if (!note?.version || !Array.isArray(note.args) || !Array.isArray(note.options)) return undefined
  const binary = resolve(note, note.version, statePath(folder, 'root'))
  return existsSync(binary.program) ? binary : undefined
}

/**
 * Fetches a server into the state folder. What an interrupted fetch has downloaded is used again; an unpacked server is
 * run once before the marker is set.
 * @throws {WorkbookError} FETCH_FAILED, NO_NETWORK, FILE_SYSTEM
 */
export async function fetchServer(options: {
  signal: AbortSignal
  progress: StartProgress
}): Promise<ServerBinary> {
  const source = aptPackages.serves() ? aptPackages : portablePackage
  makeStateFolder(folder)
  const draft = statePath(folder, 'root.draft')
  const home = statePath(folder, 'root')
  rmSync(draft, { recursive: true, force: true })
  makeStateFolder(folder, 'root.draft')
  const unpacked = await source.fetch(draft, options)
  const version = await readVersion(resolve(unpacked, '', draft), options.signal)
  forgetFetched()
  rmSync(home, { recursive: true, force: true })
  renameSync(draft, home)
  writeState(marker, { ...unpacked, version })
  return resolve(unpacked, version, home)
}

/** The next start fetches it again. */
export function forgetFetched(): void {
  removeState(marker)
}

// --- internal ---

/** Relative paths in arguments are written `ROOT/…`, so that the folder can be renamed and moved. */
function resolve(unpacked: Unpacked, version: string, home: string): ServerBinary {
  const place = (text: string) => text.replaceAll('ROOT', () => home).replaceAll('/', path.sep)
  const command = ({ program, args }: { program: string; args: string[] }) => ({
    program: place(program),
    args: args.map(place),
  })
  return {
    ...command(unpacked),
    options: unpacked.options.map(place),
    version,
    ...(unpacked.client && { client: command(unpacked.client) }),
    origin: 'fetched',
  }
}
