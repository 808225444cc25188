import { existsSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from '../../config.ts'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { runCommand } from '../../system/command.ts'

/** A mysqld that can be started, and how. Plain data: a fetched one is noted like this. */
export interface ServerBinary {
  /** What to run: mysqld itself, or its own loader. */
  program: string
  /** Arguments in front of all others. */
  args: string[]
  /** Options that a server outside of its usual place needs to find its own files. */
  options: string[]
  /** `9.7.4` */
  version: string
  /** The mysql client that came with it, run in the same way. */
  client?: { program: string; args: string[] }
  origin: 'MYSQLD' | 'PATH' | 'fetched'
}

/** The series of a version, `9.7` of `9.7.4`: data folders of one series go together. */
export function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}

/**
 * A mysqld that is installed already: the one that MYSQLD names, otherwise the one on PATH.
 * @throws {WorkbookError} NOT_MYSQL when MYSQLD names something else; one on PATH that doesn't work is skipped
 */
export async function findInstalled(signal?: AbortSignal): Promise<ServerBinary | undefined> {
  const { mysqld } = readConfig()
  if (mysqld) return inspect(mysqld, 'MYSQLD', signal)
  if (isConfined()) return undefined
  for (const program of programsOnPath('mysqld')) {
    const found = await inspect(program, 'PATH', signal).catch(() => undefined)
    if (found && isSupported(found.version)) return found
  }
  signal?.throwIfAborted()
  return undefined
}

/** Asks a mysqld what it is. @throws {WorkbookError} NOT_MYSQL */
export async function readVersion(
  command: { program: string; args: string[] },
  signal?: AbortSignal,
): Promise<string> {
  const { program, args } = command
  const result = await runCommand(program, [...args, '--no-defaults', '--version'], { signal })
  const output = `${result.stdout}${result.stderr}`.trim()
  if (/ Ver .*mariadb/i.test(output)) throw notMysql('db.mariadb', { program })
  const version = /Ver (\d+\.\d+\.\d+)/.exec(output)?.[1]
  if (version) return version
  const reason = output.split('\n')[0] || result.error?.message || `exit ${result.code}`
  throw notMysql('db.not-mysql', { program, reason })
}

/** Every file of this name in the folders of PATH, in order. */
export function programsOnPath(name: string): string[] {
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  // Debian keeps servers in /usr/sbin, which is often missing from a user's PATH.
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
  ]
  return [...new Set(folders)]
    .filter(Boolean)
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .filter((file) => existsSync(file))
}

// --- internal ---

/** 8.4 and newer: older series know other settings, and are out of support. */
function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 8 || (major === 8 && minor >= 4)
}

/** Ubuntu's AppArmor lets the system's mysqld into its own folders only. */
function isConfined(): boolean {
  return (
    existsSync('/etc/apparmor.d/usr.sbin.mysqld') && existsSync('/sys/kernel/security/apparmor')
  )
}

async function inspect(
  program: string,
  origin: 'MYSQLD' | 'PATH',
  signal: AbortSignal | undefined,
): Promise<ServerBinary> {
  const version = await readVersion({ program, args: [] }, signal)
  return { program, args: [], options: [], version, origin }
}

function notMysql(
  key: 'db.mariadb' | 'db.not-mysql',
  params: Record<string, string>,
): WorkbookError {
  return new WorkbookError(say(key, params), say(`${key}.next`), { code: 'NOT_MYSQL' })
}
