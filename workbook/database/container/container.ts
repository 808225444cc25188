import type { StartedMySqlContainer } from '@testcontainers/mysql'
import { readConfig } from '../../config.ts'
import { say } from '../../language/language.ts'
import { unlessAborted } from '../../system/unless-aborted.ts'
import { adminName, readPasswords } from '../accounts.ts'
import { answers } from '../connect.ts'
import { explainContainer } from './errors.ts'
import { readEngineVersion } from './docker-engine.ts'
import type { Account, DatabaseProvider, StartedDatabase, StartProgress } from '../types.ts'

/** One MySQL container for all commands of this checkout, its data in a named volume. */
export const container: DatabaseProvider = {
  name: 'container',

  async probe(signal) {
    try {
      const version = await readEngineVersion(signal)
      const { image } = readConfig()
      return { usable: true, detail: say('db.container-found', { version, image }) }
    } catch (error) {
      return { usable: false, error: error as Error }
    }
  },

  async start({ signal, progress }) {
    await readEngineVersion(signal)
    const { findContainers, removeContainer } = await import('./runtime.ts')
    try {
      for (const found of await findContainers()) {
        const admin = found.address && { ...found.address, ...adminCredentials() }
        const isWanted = found.image === readConfig().image
        if (admin && isWanted && (await answers(admin))) return running(found.id, admin)
        // Stopped, half created, from a different image, or with a lost password: the data is in the volume.
        await removeContainer(found.id)
      }
      return await create(signal, progress)
    } catch (error) {
      signal.throwIfAborted()
      throw explainContainer(error, readConfig().image)
    }
  },

  async stop({ containerId }) {
    if (containerId === undefined) return
    const { removeContainer } = await import('./runtime.ts')
    try {
      await removeContainer(containerId)
    } catch (error) {
      throw explainContainer(error, readConfig().image)
    }
  },
}

// --- internal ---

async function create(signal: AbortSignal, progress: StartProgress): Promise<StartedDatabase> {
  const { image } = readConfig()
  const { WorkbookContainer, removeContainer, imageExists } = await import('./runtime.ts')
  const there = await imageExists(image)
  progress.step(say(there ? 'db.container-starting' : 'db.container-pulling', { image }))
  const configured = new WorkbookContainer(image, signal)
  const starting = configured.start()
  try {
    const started = await unlessAborted(starting, signal)
    return running(started.getId(), accountOn(started))
  } catch (error) {
    // An image is pulled in the background until this process ends; a container that is being created still appears.
    if (configured.asked && !configured.id) await starting.catch(() => {})
    starting.catch(() => {})
    if (configured.id) await removeContainer(configured.id)
    const log = configured.lastLog()
    throw log && error instanceof Error
      ? new Error(`${error.message} ${log}`, { cause: error })
      : error
  }
}

function running(containerId: string, admin: Account): StartedDatabase {
  return {
    admin,
    handle: { containerId, image: readConfig().image },
    [Symbol.asyncDispose]: async () => container.stop({ containerId }, admin, true),
  }
}

function accountOn(started: StartedMySqlContainer): Account {
  return { host: plainHost(started.getHost()), port: started.getPort(), ...adminCredentials() }
}

function adminCredentials(): { user: string; password: string } {
  return { user: adminName, password: readPasswords().admin }
}

/** The port is bound on IPv4; `localhost` may lead to IPv6 first. */
function plainHost(host: string): string {
  return host === 'localhost' ? '127.0.0.1' : host
}
