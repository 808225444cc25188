import { existsSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import type { ServerBinary } from '../database/embedded/binary.ts'
import { findServer } from '../database/embedded/embedded.ts'
import { lockState } from '../database/server/lock.ts'
import { stateFolder } from '../paths.ts'

/** This checkout's server program. The test files that need it at the same time fetch it once. */
export async function ownServer(): Promise<ServerBinary> {
  const { signal } = new AbortController()
  using _lock = await lockState({ signal, waiting() {} })
  return await findServer({ signal, progress: { step() {} } })
}

/**
 * Shares this checkout's fetched server with another state folder, fetching it first if there is none: the program
 * only, never the data. If the system has a mysqld, there is nothing to share.
 */
export async function shareServer(state: string): Promise<void> {
  await ownServer()
  const fetched = path.join(stateFolder, 'mysql')
  if (!existsSync(path.join(fetched, 'installed.json'))) return
  await mkdir(state, { recursive: true, mode: 0o700 })
  // A junction needs no special right on Windows.
  await symlink(fetched, path.join(state, 'mysql'), 'junction')
}
