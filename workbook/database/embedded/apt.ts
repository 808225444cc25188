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
import { programsOnPath } from './binary.ts'
import type { PackageSource, Unpacked } from './package-source.ts'

/**
 * Debian's and Ubuntu's own packages, fetched by apt into folders of ours: apt checks the signatures, the system's
 * packages stay untouched, and no root rights are needed.
 */
export const aptPackages: PackageSource = {
  serves: () =>
    process.platform === 'linux' &&
    ['apt-get', 'dpkg-deb'].every((program) => programsOnPath(program).length > 0) &&
    ['debian', 'ubuntu'].includes(readOsRelease().ID ?? ''),

  async fetch(folder, { signal, progress }) {
    progress.step(say('db.fetch-lists'))
    const apt = preparePrivateApt(await systemArchive(readOsRelease(), signal))
    await aptGet(apt, ['update', '-qq'], signal)
    const packages = await choosePackages(apt, signal)
    const archives = await listArchives(apt, packages, signal)
    await download(apt, packages, archives, { signal, progress })
    progress.step(say('db.unpack'))
    await unpack(apt, archives, folder, signal)
    removePrivateApt(apt)
    return describe(folder)
  },
}

// --- internal ---

interface Archive {
  file: string
  /** Bytes. */
  size: number
  sha256: string
}

/** Debian names them without a version, older Ubuntus with one: `mysql-server-core-8.0`. */
async function choosePackages(apt: PrivateApt, signal: AbortSignal): Promise<string[]> {
  const pattern = '^mysql-server-core(-[0-9.]+)?$'
  const args = [...apt.options, 'search', '--names-only', pattern]
  const { stdout } = await mustRun('apt-cache', args, signal)
  const versions = [...stdout.matchAll(/^mysql-server-core(\S*)/gm)].map(([, version]) => version)
  // Without a version in its name it is the release's current one.
  const newest = versions.toSorted((a = '', b = '') => a.localeCompare(b, 'en', { numeric: true }))
  const version = versions.includes('') ? '' : newest.at(-1)
  if (version === undefined) throw fetchFailed(say('db.fetch-no-package'))
  return [`mysql-server-core${version}`, `mysql-client-core${version}`]
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

/** The server runs through the C library and the loader that came with it, whatever the host's are. */
function describe(folder: string): Unpacked {
  const find = (place: string, wanted: (name: string) => boolean) =>
    readdirSync(path.join(folder, place)).find(wanted)
  const libraries = find('usr/lib', (name) =>
    existsSync(path.join(folder, 'usr/lib', name, 'libc.so.6')),
  )
  const loader = libraries && find(`usr/lib/${libraries}`, (name) => /^ld-linux.*\.so/.test(name))
  if (!loader) throw fetchFailed(say('db.fetch-no-loader'))
  const home = `ROOT/usr/lib/${libraries}`
  const through = ['--library-path', home]
  return {
    program: `${home}/${loader}`,
    args: [...through, 'ROOT/usr/sbin/mysqld'],
    options: [
      '--basedir=ROOT/usr',
      '--plugin-dir=ROOT/usr/lib/mysql/plugin',
      '--lc-messages-dir=ROOT/usr/share/mysql',
      '--character-sets-dir=ROOT/usr/share/mysql/charsets',
    ],
    client: { program: `${home}/${loader}`, args: [...through, 'ROOT/usr/bin/mysql'] },
  }
}
