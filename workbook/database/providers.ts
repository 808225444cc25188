import { readConfig } from '../config.ts'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { containerFallbacks } from './container/errors.ts'
import { container } from './container/container.ts'
import { embedded } from './embedded/embedded.ts'
import { external } from './external/external.ts'
import type { DatabaseProvider, StartedDatabase, StartProgress } from './types.ts'
import type { ProviderName } from '../config.ts'

/** The ways to a MySQL server. */
export const providers = { external, container, embedded } satisfies Record<
  ProviderName,
  DatabaseProvider
>

/**
 * The providers that may work here, in order: the one that WORKBOOK_DATABASE forces, the server that .env names, otherwise a container
 * and, if there is none, a private mysqld.
 */
export function listCandidates(): ProviderName[] {
  const config = readConfig()
  if (config.forced) return [config.forced]
  return config.external ? ['external'] : ['container', 'embedded']
}

/**
 * Starts the first candidate that works here. Skipping the container is reported in one line, except on a machine
 * without Docker, where nobody expects one.
 * @throws {WorkbookError} of the last candidate
 */
export async function startChosen(options: {
  signal: AbortSignal
  progress: StartProgress
  /** Use only this one. */
  provider: ProviderName | undefined
}): Promise<{ provider: ProviderName; started: StartedDatabase }> {
  const candidates = options.provider ? [options.provider] : listCandidates()
  for (const name of candidates) {
    try {
      return { provider: name, started: await providers[name].start(options) }
    } catch (error) {
      const passable = error instanceof WorkbookError && containerFallbacks.includes(error.code)
      if (!passable || name === candidates.at(-1)) throw error
      if (error.code === 'NO_DOCKER_CLIENT') continue
      options.progress.note?.(say('db.fallback', { reason: error.message }))
    }
  }
  throw new Error('no candidate')
}
