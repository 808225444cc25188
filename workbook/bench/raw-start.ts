import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The plain commands that bring a MySQL server onto a Debian machine without root rights, and initialise its data: the
 * yardstick for the first start. Nothing is checked, nothing is shown, nothing is resumed.
 */
export async function rawStart(folder: string): Promise<void> {
  const at = (...parts: string[]) => path.join(folder, ...parts)
  for (const name of ['lists/partial', 'archives/partial', 'root'])
    mkdirSync(at(name), { recursive: true })
  const site = run('apt-get', [
    'indextargets',
    '--format',
    '$(SITE)',
    'Created-By: Packages',
  ]).split('\n')[0]!
  writeFileSync(at('sources.list'), `deb ${site} sid main\n`)
  writeFileSync(at('status'), '')
  const settings = {
    'Dir::Etc::sourcelist': at('sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': at('lists'),
    'Dir::Cache': folder,
    'Dir::Cache::archives': at('archives'),
    'Dir::State::status': at('status'),
    'Debug::NoLocking': '1',
    'APT::Install-Recommends': '0',
    'APT::Sandbox::User': '',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  run('apt-get', [...options, '-qq', 'update'])
  run('apt-get', [
    ...options,
    '-qq',
    'install',
    '-y',
    '--download-only',
    'mysql-server-core',
    'mysql-client-core',
  ])
  for (const name of readdirSync(at('archives')).filter((one) => one.endsWith('.deb'))) {
    run('dpkg-deb', ['-x', at('archives', name), at('root')])
  }
  initialise(at('root'), at('data'))
}

// --- internal ---

function initialise(root: string, data: string): void {
  const libraries = path.join(root, 'usr', 'lib')
  const triplet = readdirSync(libraries).find((name) => name.endsWith('-linux-gnu'))!
  const loader = readdirSync(path.join(libraries, triplet)).find((name) =>
    name.startsWith('ld-linux'),
  )!
  run(path.join(libraries, triplet, loader), [
    '--library-path',
    path.join(libraries, triplet),
    path.join(root, 'usr', 'sbin', 'mysqld'),
    '--no-defaults',
    '--initialize-insecure',
    `--basedir=${path.join(root, 'usr')}`,
    `--datadir=${data}`,
    `--lc-messages-dir=${path.join(root, 'usr', 'share', 'mysql')}`,
    '--secure-file-priv=NULL',
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ])
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
  return stdout
}
