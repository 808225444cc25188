import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readEngineVersion } from './docker-engine.ts'

afterEach(() => void vi.unstubAllEnvs())

test('an engine that does not listen is recognised', async () => {
  vi.stubEnv('DOCKER_HOST', `unix://${path.join(tmpdir(), 'no-docker-here.sock')}`)
  await expect(readEngineVersion()).rejects.toMatchObject({ code: 'NO_DOCKER_ENGINE' })
  vi.stubEnv('DOCKER_HOST', 'tcp://127.0.0.1:1')
  await expect(readEngineVersion()).rejects.toMatchObject({ code: 'NO_DOCKER_ENGINE' })
})

test('an engine that only ~/.testcontainers.properties names is found, and DOCKER_HOST wins', async () => {
  const home = await mkdtemp(path.join(tmpdir(), 'home-'))
  const engine = http.createServer((_request, response) => response.end('{"Version":"5.4.2"}'))
  await once(engine.listen(0, '127.0.0.1'), 'listening')
  const { port } = engine.address() as AddressInfo
  vi.stubEnv('HOME', home).stubEnv('USERPROFILE', home).stubEnv('DOCKER_HOST', undefined)
  await writeFile(
    path.join(home, '.testcontainers.properties'),
    `# Podman\ndocker.host = tcp://127.0.0.1:${port}\n`,
  )
  expect(await readEngineVersion()).toBe('5.4.2')
  vi.stubEnv('DOCKER_HOST', 'tcp://127.0.0.1:1')
  await expect(readEngineVersion()).rejects.toMatchObject({ code: 'NO_DOCKER_ENGINE' })
  engine.close()
  await rm(home, { recursive: true })
})

// Windows has pipes, whose rights work differently.
test.runIf(process.platform !== 'win32')('a socket without rights is told apart', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docker-'))
  const socket = path.join(folder, 'docker.sock')
  const server = createServer().listen(socket)
  await once(server, 'listening')
  await chmod(folder, 0o777)
  await chmod(socket, 0o000)
  const code = await errorCodeAsUser(socket)
  expect(code).toBe('NO_DOCKER_PERMISSION')
  server.close()
  await rm(folder, { recursive: true })
})

/** Root may use every socket, so the question is asked as somebody else. */
async function errorCodeAsUser(socket: string): Promise<string> {
  const module = new URL('./docker-engine.ts', import.meta.url).href
  const script = `import { readEngineVersion } from '${module}'
    await readEngineVersion().catch((error) => console.log(error.code))`
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
    {
      env: { ...process.env, DOCKER_HOST: `unix://${socket}`, TMPDIR: path.dirname(socket) },
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }),
    },
  )
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  await once(child, 'close')
  return output.trim()
}
