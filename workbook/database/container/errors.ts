import { WorkbookError, type ErrorCode } from '../../errors.ts'
import { say } from '../../language/language.ts'
import { stateVolume } from './names.ts'

/** What kept a container from starting, from the engine's own words. */
export function explainContainer(error: unknown, image: string): Error {
  if (error instanceof WorkbookError) return error
  const reason = error instanceof Error ? error.message : String(error)
  const params = { image, reason, volume: stateVolume(image) }
  const { code, key } = causes.find(({ sign }) => sign.test(reason)) ?? other
  return new WorkbookError(say(key, params), say(`${key}.next`, params), { code, cause: error })
}

/** In automatic choice these lead on to the embedded server. */
export const containerFallbacks: readonly ErrorCode[] = [
  'NO_DOCKER_CLIENT',
  'NO_DOCKER_ENGINE',
  'NO_DOCKER_PERMISSION',
  'NO_IMAGE',
  'NO_NETWORK',
]

// --- internal ---

const other = { sign: /./, code: 'SERVER_FAILED', key: 'db.container-failed' } as const

const causes = [
  {
    sign: /lookup |no such host|dial tcp|i\/o timeout|network is unreachable|connection refused.*registry|TLS handshake|proxyconnect|EOF$/i,
    code: 'NO_NETWORK',
    key: 'db.image-network',
  },
  {
    sign: /no such image|manifest|pull access denied|repository does not exist|not found.*image|invalid reference format/i,
    code: 'NO_IMAGE',
    key: 'db.image-missing',
  },
  {
    sign: /working container runtime strategy|ECONNREFUSED|ENOENT.*sock|socket hang up/i,
    code: 'NO_DOCKER_ENGINE',
    key: 'db.docker-engine',
  },
] as const
