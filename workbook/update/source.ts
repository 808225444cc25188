import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { readState, writeState } from '../system/state-files.ts'
import { cloneInto, exportCommit, fetchedCommit, fetchFailed, git, isClone } from './git.ts'
import { unzip } from './zip.ts'

/** A newer workbook, unpacked. Disposing removes what was unpacked for it. */
export interface NewVersion extends Disposable {
  folder: string
  /** For a git clone: the commit that the branch moves to. */
  commit?: string
}

/**
 * Fetches a version of the workbook: from a folder, a zip or a git address; without a name, from where it last came,
 * otherwise from what this clone was cloned from.
 * @throws {WorkbookError} BAD_COMMAND, FETCH_FAILED
 */
export async function openVersion(
  named: string | undefined,
  signal: AbortSignal,
): Promise<NewVersion> {
  const source = named ?? readAddress()
  const temporary = mkdtempSync(path.join(tmpdir(), 'workbook-version-'))
  const remove = () => rmSync(temporary, { recursive: true, force: true })
  const target = path.join(temporary, 'version')
  try {
    const commit = source === undefined ? await fromClone(target, signal) : undefined
    const folder = source === undefined ? target : await fromSource(source, target, signal)
    const version = workbookIn(folder)
    if (source && isAddress(source)) writeState(note, { address: source })
    return { folder: version, ...(commit && { commit }), [Symbol.dispose]: remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** The version's number, from its package.json. */
export function versionOf(folder: string): string {
  return String(readPackage(folder)?.version ?? '?')
}

// --- internal ---

const note = 'update-source.json'
const address = /^(?:(?:https?|ssh|git|file):\/\/|[\w.-]+@[\w.-]+:)\S+$/

function isAddress(source: string): boolean {
  return address.test(source) && !existsSync(source)
}

function readAddress(): string | undefined {
  const known = readState(note) as { address?: unknown } | undefined
  return typeof known?.address === 'string' ? known.address : undefined
}

async function fromClone(target: string, signal: AbortSignal): Promise<string> {
  if (!isClone() || !(await git(['remote']))) throw badSource('update.no-source')
  const fetched = await git(['fetch', '--quiet'], { signal })
  const commit = await fetchedCommit()
  if (fetched === undefined || !commit) throw fetchFailed('git fetch')
  mkdirSync(target)
  await exportCommit(commit, target)
  return commit
}

async function fromSource(source: string, target: string, signal: AbortSignal): Promise<string> {
  const kind = statSync(source, { throwIfNoEntry: false })
  if (kind?.isDirectory()) return path.resolve(source)
  if (kind) {
    try {
      unzip(source, target)
      return target
    } catch (cause) {
      throw badSource('update.not-zip', source, cause)
    }
  }
  if (!isAddress(source)) throw badSource('update.nothing-there', source)
  await cloneInto(source, target, signal)
  return target
}

/** An archive from the web contains one folder, which contains the workbook. */
function workbookIn(folder: string): string {
  const inside = existsSync(folder) ? readdirSync(folder) : []
  const candidates = [folder, ...(inside.length === 1 ? [path.join(folder, inside[0]!)] : [])]
  const found = candidates.find(
    (one) => readPackage(one)?.name === 'mysql-workbook' && existsSync(path.join(one, 'solutions')),
  )
  if (found) return found
  throw badSource('update.not-workbook', folder)
}

function readPackage(folder: string): { name?: unknown; version?: unknown } | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  } catch {
    return undefined
  }
}

type SourceKey =
  | 'update.no-source'
  | 'update.not-zip'
  | 'update.nothing-there'
  | 'update.not-workbook'

function badSource(key: SourceKey, source = '', cause?: unknown): WorkbookError {
  return new WorkbookError(say(key, { source }), say('update.no-source.next'), {
    code: 'BAD_COMMAND',
    cause,
  })
}
