import { say } from '../../language/language.ts'
import { readOsRelease } from './apt-archive.ts'
import { fetchFailed, mustRun, type PrivateApt } from './apt-command.ts'
import { loaderIn, unpackPackages } from './apt-packages.ts'
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

  async fetch(folder, options) {
    await unpackPackages(folder, choosePackages, options)
    return describe(folder)
  },
}

// --- internal ---

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

/** The server runs through the C library and the loader that came with it, whatever the host's are. */
function describe(folder: string): Unpacked {
  const { loader, libraries } = loaderIn(folder)
  const program = `ROOT/${loader}`
  const through = ['--library-path', `ROOT/${libraries}`]
  return {
    program,
    args: [...through, 'ROOT/usr/sbin/mysqld'],
    options: [
      '--basedir=ROOT/usr',
      '--plugin-dir=ROOT/usr/lib/mysql/plugin',
      '--lc-messages-dir=ROOT/usr/share/mysql',
      '--character-sets-dir=ROOT/usr/share/mysql/charsets',
    ],
    client: { program, args: [...through, 'ROOT/usr/bin/mysql'] },
  }
}
