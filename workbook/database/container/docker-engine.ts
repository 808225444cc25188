import { existsSync, readFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { WorkbookError, type ErrorCode } from '../../errors.ts'
import { say, type MessageKey } from '../../language/language.ts'
import { programsOnPath } from '../embedded/binary.ts'

/**
 * Asks the Docker engine of this machine for its version, without loading a library: most students have none, and
 * should not wait for it.
 * @throws {WorkbookError} NO_DOCKER_CLIENT, NO_DOCKER_ENGINE, NO_DOCKER_PERMISSION
 */
export async function readEngineVersion(signal?: AbortSignal): Promise<string> {
  const failures: NodeJS.ErrnoException[] = []
  for (const endpoint of listEndpoints()) {
    try {
      return await ask(endpoint, signal)
    } catch (error) {
      signal?.throwIfAborted()
      failures.push(error as NodeJS.ErrnoException)
    }
  }
  throw explain(failures)
}

// --- internal ---

type Endpoint = { socketPath: string } | { host: string; port: string }

/** Where testcontainers looks as well: what was set up (for Podman and Colima it must be), otherwise the usual sockets. */
function listEndpoints(): Endpoint[] {
  const { 'tc.host': first, 'docker.host': last } = readProperties()
  const named = first || process.env.DOCKER_HOST || last
  if (named) {
    const { protocol, hostname, port, pathname } = new URL(named)
    const isSocket = protocol === 'unix:' || protocol === 'npipe:'
    return [isSocket ? { socketPath: pathname } : { host: hostname, port: port || '2375' }]
  }
  if (process.platform === 'win32') return [{ socketPath: '//./pipe/docker_engine' }]
  const home = path.join(os.homedir(), '.docker')
  return [
    '/var/run/docker.sock',
    process.env.XDG_RUNTIME_DIR && path.join(process.env.XDG_RUNTIME_DIR, 'docker.sock'),
    path.join(home, 'run', 'docker.sock'),
    path.join(home, 'desktop', 'docker.sock'),
    `/run/user/${process.getuid?.()}/docker.sock`,
  ]
    .filter((file): file is string => Boolean(file) && existsSync(file as string))
    .map((socketPath) => ({ socketPath }))
}

/** The user's settings for testcontainers: lines of `name=value`. */
function readProperties(): Partial<Record<string, string>> {
  const file = path.join(os.homedir(), '.testcontainers.properties')
  if (!existsSync(file)) return {}
  const lines = readFileSync(file, 'utf8').matchAll(/^\s*([\w.]+)\s*[=:]\s*(\S+)\s*$/gm)
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]))
}

function ask(endpoint: Endpoint, signal: AbortSignal | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { ...endpoint, path: '/version', timeout: 10_000, signal },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => (body += chunk))
        response.on('error', reject)
        response.on('end', () => {
          try {
            resolve((JSON.parse(body) as { Version: string }).Version)
          } catch (error) {
            reject(error as Error)
          }
        })
      },
    )
    request.on('timeout', () => request.destroy(new Error('ETIMEDOUT')))
    request.on('error', reject)
  })
}

function explain(failures: NodeJS.ErrnoException[]): WorkbookError {
  const denied = failures.find(({ code }) => code === 'EACCES' || code === 'EPERM')
  if (denied) return failed('NO_DOCKER_PERMISSION', 'db.docker-permission', denied)
  const hasClient = programsOnPath('docker').length > 0
  if (failures.length === 0 && !hasClient) return failed('NO_DOCKER_CLIENT', 'db.docker-client')
  return failed('NO_DOCKER_ENGINE', 'db.docker-engine', failures[0])
}

type DockerKey = 'db.docker-permission' | 'db.docker-client' | 'db.docker-engine'

function failed(code: ErrorCode, key: DockerKey, cause?: NodeJS.ErrnoException): WorkbookError {
  const next = `${key}.next` satisfies MessageKey
  return new WorkbookError(say(key, { reason: cause?.message ?? 'ENOENT' }), say(next), {
    code,
    cause,
  })
}
