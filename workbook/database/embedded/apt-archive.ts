import { existsSync, readFileSync } from 'node:fs'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { runCommand } from '../../system/command.ts'

/** /etc/os-release as a record; empty where there is none. */
export function readOsRelease(): Record<string, string> {
  if (!existsSync('/etc/os-release')) return {}
  const lines = readFileSync('/etc/os-release', 'utf8').matchAll(/^(\w+)="?([^"\n]*)"?$/gm)
  return Object.fromEntries(Array.from(lines, ([, name, value]) => [name, value]))
}

/** The lines of a sources.list. */
export interface AptArchive {
  lines: string[]
}

const keyrings = {
  debian: [
    '/usr/share/keyrings/debian-archive-keyring.pgp',
    '/usr/share/keyrings/debian-archive-keyring.gpg',
  ],
  ubuntu: ['/usr/share/keyrings/ubuntu-archive-keyring.gpg'],
}

/**
 * Where this machine gets its packages, read from its own configuration so that a mirror is honoured. Debian's
 * MySQL is in sid; Ubuntu carries it in each release.
 * @throws {WorkbookError} FETCH_FAILED when the configuration names no archive of the distribution
 */
export async function systemArchive(
  release: Record<string, string>,
  signal: AbortSignal,
): Promise<AptArchive> {
  const targets = await listTargets(signal)
  const codename = release.VERSION_CODENAME ?? ''
  const own = targets.filter(({ suite }) => isOwnSuite(suite, codename))
  const main = own.find(({ suite }) => !suite.includes('-')) ?? own[0]
  if (!main) {
    throw new WorkbookError(say('db.fetch-no-archive'), say('db.fetch-failed.next'), {
      code: 'FETCH_FAILED',
    })
  }
  if (release.ID === 'debian') return { lines: [`deb${signedBy('debian')} ${main.site} sid main`] }
  const lines = own.map(
    ({ site, suite }) => `deb${signedBy('ubuntu')} ${site} ${suite} main universe`,
  )
  return { lines: [...new Set(lines)] }
}

// --- internal ---

interface Target {
  site: string
  suite: string
}

async function listTargets(signal: AbortSignal): Promise<Target[]> {
  const args = [
    'indextargets',
    '--format',
    '$(SITE) $(RELEASE) $(COMPONENT)',
    'Created-By: Packages',
  ]
  const { stdout } = await runCommand('apt-get', args, { signal })
  return stdout
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , component]) => component === 'main')
    .map(([site = '', suite = '']) => ({ site, suite: suite.replace(/\/$/, '') }))
}

/** Archives of other makers use their own names; Debian's may go by codename or by role. */
function isOwnSuite(suite: string, codename: string): boolean {
  const names = [codename, 'stable', 'oldstable', 'testing', 'unstable', 'sid'].filter(Boolean)
  return (
    names.some((name) => suite === name || suite === `${name}-updates`) ||
    suite === `${codename}-security`
  )
}

/** Newer releases of apt trust no keyring by default. */
function signedBy(distribution: keyof typeof keyrings): string {
  const keyring = keyrings[distribution].find((file) => existsSync(file))
  return keyring ? ` [signed-by=${keyring}]` : ''
}
