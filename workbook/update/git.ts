import { existsSync } from 'node:fs'
import path from 'node:path'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { root } from '../paths.ts'
import { runCommand } from '../system/command.ts'

/** Runs git in the checkout. @returns what it wrote; undefined when it is missing or refuses */
export async function git(
  args: string[],
  options: { signal?: AbortSignal; env?: NodeJS.ProcessEnv } = {},
): Promise<string | undefined> {
  const { code, stdout } = await runCommand('git', ['-C', root, ...args], {
    ...options,
    // A password prompt that nobody sees must not hang the command.
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...options.env },
  })
  return code === 0 ? stdout.trim() : undefined
}

/** Is the checkout the folder of a git clone, and not merely inside one? */
export function isClone(): boolean {
  return existsSync(path.join(root, '.git'))
}

/** The newest version that was fetched, as a commit; undefined without a remote. */
export async function fetchedCommit(): Promise<string | undefined> {
  for (const name of ['@{upstream}', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main']) {
    const commit = await git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`])
    if (commit) return commit
  }
  return undefined
}

/**
 * How many commits were fetched but not installed; 0 if that is unknown. Does not use the network.
 */
export async function commitsWaiting(): Promise<number> {
  const commit = isClone() ? await fetchedCommit() : undefined
  return commit ? Number((await git(['rev-list', '--count', `HEAD..${commit}`])) ?? 0) : 0
}

/** Writes the files of a commit into a folder; the clone's own index and files stay as they are. */
export async function exportCommit(commit: string, folder: string): Promise<void> {
  const env = { GIT_INDEX_FILE: path.join(folder, '..', 'index') }
  const prefix = `--prefix=${folder.split(path.sep).join('/')}/`
  const done =
    (await git(['read-tree', commit], { env })) !== undefined &&
    (await git(['checkout-index', '--all', '--force', prefix], { env })) !== undefined
  if (!done) throw fetchFailed(commit)
}

/** Clones an address, only its newest commit, into a folder that is not there yet. */
export async function cloneInto(address: string, folder: string, signal: AbortSignal) {
  const done = await git(['clone', '--quiet', '--depth=1', '--', address, folder], { signal })
  if (done === undefined) throw fetchFailed(address)
}

export function fetchFailed(source: string): WorkbookError {
  return new WorkbookError(say('update.not-fetched', { source }), say('update.not-fetched.next'), {
    code: 'FETCH_FAILED',
  })
}
