import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { runCommand, type CommandResult } from '../../system/command.ts'
import { makeStateFolder } from '../../system/state-files.ts'
import type { AptArchive } from './apt-archive.ts'

/** apt with folders of ours: the system's packages, lists and settings stay untouched. */
export interface PrivateApt {
  /** Contains everything; must be removed at the end. */
  readonly folder: string
  /** Where the packages are put. */
  readonly archives: string
  readonly options: string[]
}

/** An empty status file makes apt fetch the whole closure, its own C library included. */
export function preparePrivateApt(archive: AptArchive): PrivateApt {
  const folder = makeStateFolder('mysql', 'apt')
  const archives = makeStateFolder('mysql', 'apt', 'archives')
  for (const part of ['lists', 'lists/partial', 'cache', 'archives/partial', 'none/partial']) {
    makeStateFolder('mysql', 'apt', ...part.split('/'))
  }
  writeFileSync(path.join(folder, 'status'), '')
  writeFileSync(path.join(folder, 'sources.list'), `${archive.lines.join('\n')}\n`)
  const settings = {
    'Dir::Etc::sourcelist': path.join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State::lists': path.join(folder, 'lists'),
    'Dir::State::status': path.join(folder, 'status'),
    'Dir::Cache': path.join(folder, 'cache'),
    'Dir::Cache::archives': archives,
    'Debug::NoLocking': '1',
    'APT::Install-Recommends': '0',
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Acquire::ForceHash': 'SHA256',
    'Acquire::Retries': '2',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  return { folder, archives, options }
}

export function removePrivateApt({ folder }: PrivateApt): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Runs apt-get. @throws {WorkbookError} FETCH_FAILED, NO_NETWORK with apt's own reason */
export function aptGet(
  apt: PrivateApt,
  args: string[],
  signal: AbortSignal,
): Promise<CommandResult> {
  return mustRun('apt-get', [...apt.options, ...args], signal)
}

/** Runs a program that has to succeed. @throws {WorkbookError} FETCH_FAILED, NO_NETWORK */
export async function mustRun(
  program: string,
  args: string[],
  signal: AbortSignal,
): Promise<CommandResult> {
  const result = await runCommand(program, args, { signal, env: { ...process.env, LC_ALL: 'C' } })
  // A list that can't be fetched is only a warning to apt.
  if (result.code === 0 && !/^(E:|W: Failed to fetch)/m.test(result.stderr)) return result
  const lines = result.stderr.split('\n').filter(Boolean)
  const told = lines.find((line) => /^[EW]:/.test(line)) ?? lines.at(-1)
  const reason = told ?? `${program}: ${result.error?.message ?? result.code}`
  throw fetchFailed(reason, /resolv|connect|Network is unreachable|timed out/i.test(result.stderr))
}

export function fetchFailed(reason: string, offline = false): WorkbookError {
  const [key, code] = offline
    ? (['db.no-network', 'NO_NETWORK'] as const)
    : (['db.fetch-failed', 'FETCH_FAILED'] as const)
  return new WorkbookError(say(key, { reason }), say(`${key}.next`), { code })
}
