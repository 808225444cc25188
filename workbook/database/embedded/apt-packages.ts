import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { say } from '../../language/language.ts'
import type { StartProgress } from '../types.ts'
import { readOsRelease, systemArchive } from './apt-archive.ts'
import {
  aptGet,
  fetchFailed,
  mustRun,
  preparePrivateApt,
  removePrivateApt,
  type PrivateApt,
} from './apt-command.ts'

/**
 * Fetches packages with all that they depend on, and unpacks them into a folder.
 * @param choose names the packages, by what the archive has
 * @throws {WorkbookError} FETCH_FAILED, NO_NETWORK
 */
export async function unpackPackages(
  folder: string,
  choose: (apt: PrivateApt, signal: AbortSignal) => string[] | Promise<string[]>,
  { signal, progress }: { signal: AbortSignal; progress: StartProgress },
): Promise<void> {
  progress.step(say('db.fetch-lists'))
  const apt = preparePrivateApt(await systemArchive(readOsRelease(), signal))
  await aptGet(apt, ['update', '-qq'], signal)
  const packages = await choose(apt, signal)
  const archives = await listArchives(apt, packages, signal)
  await download(apt, packages, archives, { signal, progress })
  progress.step(say('db.unpack'))
  await unpack(apt, archives, folder, signal)
  removePrivateApt(apt)
}

/**
 * What runs the programs of such a folder, as paths in it: the C library and the loader that came with them, whatever the
 * host's are.
 * @throws {WorkbookError} FETCH_FAILED when the folder holds none
 */
export function loaderIn(folder: string): { loader: string; libraries: string } {
  const find = (place: string, wanted: (name: string) => boolean) =>
    readdirSync(path.join(folder, place)).find(wanted)
  const name = find('usr/lib', (one) => existsSync(path.join(folder, 'usr/lib', one, 'libc.so.6')))
  const loader = name && find(`usr/lib/${name}`, (one) => /^ld-linux.*\.so/.test(one))
  if (!loader) throw fetchFailed(say('db.fetch-no-loader'))
  return { loader: `usr/lib/${name}/${loader}`, libraries: `usr/lib/${name}` }
}

// --- internal ---

interface Archive {
  file: string
  /** Bytes. */
  size: number
  sha256: string
}

async function listArchives(
  apt: PrivateApt,
  packages: string[],
  signal: AbortSignal,
): Promise<Archive[]> {
  // Archives that are there already would be left out, so it asks as if there were none.
  const none = ['-o', `Dir::Cache::archives=${apt.folder}/none/`]
  const args = [...none, 'install', '-y', '-qq', '--download-only', '--print-uris', ...packages]
  const { stdout } = await aptGet(apt, args, signal)
  const lines = stdout.matchAll(/^'[^']+' (\S+\.deb) (\d+) SHA256:(\w+)/gm)
  return Array.from(lines, ([, file = '', size, sha256 = '']) => ({
    file,
    size: Number(size),
    sha256,
  }))
}

/** apt resumes partial archives where they stopped. For whole ones it checks only the size. */
async function download(
  apt: PrivateApt,
  packages: string[],
  archives: Archive[],
  { signal, progress }: { signal: AbortSignal; progress: StartProgress },
): Promise<void> {
  for (const archive of archives) removeDamaged(path.join(apt.archives, archive.file), archive)
  const total = archives.reduce((sum, { size }) => sum + size, 0)
  progress.step(say('db.fetch', { size: Math.round(total / 1e6) }))
  const watch = setInterval(() => progress.bytes?.(bytesIn(apt.archives, archives), total), 100)
  try {
    await aptGet(apt, ['install', '-y', '-qq', '--download-only', ...packages], signal)
    progress.bytes?.(total, total)
  } finally {
    clearInterval(watch)
  }
  // Once more, before anything is unpacked: an apt that outlived a killed command may have meddled.
  const damaged = archives.find((archive) =>
    removeDamaged(path.join(apt.archives, archive.file), archive),
  )
  if (damaged) throw fetchFailed(damaged.file)
}

/** True when the archive is missing or was damaged; a damaged one is gone afterwards. */
function removeDamaged(file: string, { sha256 }: Archive): boolean {
  if (!existsSync(file)) return true
  const found = createHash('sha256').update(readFileSync(file)).digest('hex')
  if (found === sha256) return false
  rmSync(file)
  return true
}

function bytesIn(folder: string, archives: Archive[]): number {
  const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const partial = path.join(folder, 'partial')
  return archives.reduce(
    (sum, { file }) => sum + (size(path.join(folder, file)) || size(path.join(partial, file))),
    0,
  )
}

/** On two processors twice as fast: dpkg-deb works on one. */
async function unpack(
  { archives: from }: PrivateApt,
  archives: Archive[],
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const waiting = archives.toSorted((a, b) => a.size - b.size)
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await mustRun('dpkg-deb', ['-x', path.join(from, next.file), folder], signal)
    }
  }
  await Promise.all(Array.from({ length: Math.min(4, os.availableParallelism()) }, work))
}
