import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { WorkbookError } from '../errors.ts'
import { say } from '../language/language.ts'
import { runCommand } from '../system/command.ts'
import { programsOnPath } from './embedded/binary.ts'
import { findFetched } from './embedded/fetched.ts'
import { readServerNote } from './server/note.ts'
import { statePath, writePrivate } from '../system/state-files.ts'
import type { DatabaseAccess } from './types.ts'

/**
 * Opens the real mysql client on a schema, as the student, in this terminal.
 * @returns the client's exit code
 * @throws {WorkbookError} NOT_MYSQL when there is no MySQL client
 */
export async function runClient(access: DatabaseAccess, schema: string): Promise<number> {
  const options = statePath(`client-${process.pid}.cnf`)
  const { host, port, user, password, encrypted } = access.student
  const client = await findClient(access)
  // A file for this user only: a password on a command line could be read by all users of the machine.
  const lines = [
    '[client]',
    `host=${host}`,
    `port=${port}`,
    `user=${user}`,
    `password="${escape(password)}"`,
    ...(encrypted ? ['ssl-mode=REQUIRED'] : []),
  ]
  writePrivate(options, `${lines.join('\n')}\n`)
  try {
    const extra = client.remote ?? ['--defaults-extra-file=' + options, '--protocol=TCP']
    return await run(client.program, [...client.args, ...extra, schema])
  } finally {
    rmSync(options, { force: true })
  }
}

// --- internal ---

interface Client {
  program: string
  args: string[]
  /** Arguments in place of our options file, where the client runs inside the container. */
  remote?: string[]
}

async function findClient({ provider }: DatabaseAccess): Promise<Client> {
  const found =
    (await findLocal()) ?? (provider === 'container' ? await findInContainer() : undefined)
  if (found) return found
  throw new WorkbookError(say('db.no-client'), say('db.no-client.next'), { code: 'NOT_MYSQL' })
}

/** The one that was fetched, otherwise one on PATH that is MySQL's: MariaDB's is called `mysql` too. */
async function findLocal(): Promise<Client | undefined> {
  const fetched = findFetched()?.client
  if (fetched) return fetched
  for (const program of programsOnPath('mysql')) {
    const { code, stdout } = await runCommand(program, ['--version'])
    if (code === 0 && !/mariadb/i.test(stdout)) return { program, args: [] }
  }
  return undefined
}

async function findInContainer(): Promise<Client | undefined> {
  const [program] = programsOnPath('docker')
  const id = readServerNote('container')?.handle.containerId
  if (!program || !id) return undefined
  const { clientOptionsFile } = await import('./container/runtime.ts')
  const terminal = process.stdin.isTTY ? ['-it'] : ['-i']
  return {
    program,
    args: ['exec', ...terminal, id, 'mysql'],
    remote: [`--defaults-extra-file=${clientOptionsFile}`],
  }
}

function run(program: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit' })
    const restore = leaveInterruptsTo()
    child.on('error', (error) => {
      restore()
      reject(error)
    })
    child.on('close', (code) => {
      restore()
      resolve(code ?? 1)
    })
  })
}

/** In the client Ctrl-C cancels a statement; meanwhile the command line must not end because of it. */
function leaveInterruptsTo(): () => void {
  const listeners = process.rawListeners('SIGINT') as NodeJS.SignalsListener[]
  const ignore = () => {}
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', ignore)
  return () => {
    process.off('SIGINT', ignore)
    for (const listener of listeners) process.on('SIGINT', listener)
  }
}

/** In an options file, backslashes and quotes are escaped. */
function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
}
