import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fetchFailed } from '../database/embedded/apt-command.ts'
import { loaderIn, unpackPackages } from '../database/embedded/apt-packages.ts'
import { aptPackages } from '../database/embedded/apt.ts'
import { lockState } from '../database/server/lock.ts'
import { makeStateFolder, statePath } from '../system/state-files.ts'
import { ending } from './child.ts'

/**
 * Starts a MySQL Router that passes each connection to the first of these ports where somebody answers (MySQL Router, 3.1.4
 * "Basic Connection Routing"). Without the metadata of an InnoDB Cluster it does not know which member is the primary.
 * @param folder for its settings and its log, `router.log`
 */
export async function startRouter(
  folder: string,
  port: number,
  destinations: readonly number[],
): Promise<AsyncDisposable> {
  const home = await routerHome()
  const { loader, libraries } = loaderIn(home)
  const at = (name: string) => path.join(home, name)
  const settings = path.join(folder, 'router.conf')
  writeFileSync(
    settings,
    configuration(folder, at('usr/lib/mysqlrouter/plugin'), port, destinations),
  )
  const libraryPath = [libraries, 'usr/lib/mysql-router'].map(at).join(':')
  const args = ['--library-path', libraryPath, at('usr/bin/mysqlrouter'), '--config', settings]
  return ending(spawn(at(loader), args, { stdio: 'ignore', cwd: folder }), 'SIGTERM')
}

// --- internal ---

/** Debian's package, fetched once, as the embedded server is, and never installed. */
async function routerHome(): Promise<string> {
  const { signal } = new AbortController()
  using _lock = await lockState({ signal, waiting() {} })
  const home = statePath('mysql-router')
  if (existsSync(home)) return home
  if (!aptPackages.serves()) throw fetchFailed('MySQL Router comes from the packages of Debian.')
  const draft = `${home}.draft`
  rmSync(draft, { recursive: true, force: true })
  makeStateFolder(path.basename(draft))
  await unpackPackages(draft, () => ['mysql-router'], { signal, progress: { step() {} } })
  renameSync(draft, home)
  return home
}

function configuration(
  folder: string,
  plugins: string,
  port: number,
  destinations: readonly number[],
): string {
  mkdirSync(path.join(folder, 'router'), { recursive: true })
  return `[DEFAULT]
plugin_folder=${plugins}
logging_folder=${folder}
runtime_folder=${folder}/router
data_folder=${folder}/router

[logger]
filename=router.log

[routing:class]
bind_address=127.0.0.1
bind_port=${port}
destinations=${destinations.map((one) => `127.0.0.1:${one}`).join(',')}
routing_strategy=first-available
protocol=classic
max_connect_errors=1000000
# Encrypted connections are passed on as they are: Router 9.7.4 itself loses one where EXECUTE fails among its rows.
client_ssl_mode=PASSTHROUGH
server_ssl_mode=AS_CLIENT
`
}
