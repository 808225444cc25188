import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listExercises } from '../content/lessons.ts'
import { root } from '../paths.ts'
import { stubOf } from '../content/stubs.ts'
import { patience } from './patience.ts'
import { killServer } from './running-server.ts'
import { shareServer } from './share-server.ts'

export interface RunOptions {
  /** On top of the environment of a copy, see {@link Checkout.environment}; `undefined` removes a variable. */
  env?: Record<string, string | undefined>
  /** What the command reads from its standard input; nothing by default. */
  input?: string
  /** A script other than the door of the commands: `workbook/authoring/new.ts`. */
  script?: string
  /** The folder to be in; the copy by default. */
  cwd?: string
  /** Milliseconds until the command is killed and the promise rejects; {@link patience} by default. */
  timeout?: number
}

export interface RunResult {
  /** Null when a signal ended the command. */
  code: number | null
  stdout: string
  stderr: string
}

/** A copy of the checkout in a temporary folder, to run the real commands in. Disposing ends what runs and removes it. */
export interface Checkout extends AsyncDisposable {
  /** The copy's folder; its name contains a space and Cyrillic, as students' folders do. */
  readonly root: string
  /** Its `.workbook/`, empty at first. */
  readonly state: string
  /** The place in the copy of a path of this checkout: `at(exercise.file)`. */
  at(file: string): string
  /** The variables that its commands see: this process's, without those of Vitest and of the workbook; in English, embedded. */
  environment(more?: RunOptions['env']): NodeJS.ProcessEnv
  /** What Node is started with for a command of the workbook. */
  argv(args: string[], script?: string): string[]
  /** Runs a command of the workbook to its end, without a terminal: `run(['reset', 'all', '--yes'])`. */
  run(args: string[], options?: RunOptions): Promise<RunResult>
  /** Starts a command of the workbook and leaves it running: for tests that watch or interrupt it. */
  start(args: string[], options?: Omit<RunOptions, 'timeout'>): ChildProcess
}

/**
 * Copies this checkout as a student has it after `npm install`: all lessons are stubs, nothing is in `.workbook/`, there
 * is no `.env` and no `.git`. Installed packages are shared with this checkout.
 * @param server for commands that need a database: shares the server's program too, if this checkout has fetched it
 * @example await using checkout = await copyCheckout()
 */
export async function copyCheckout({ server = false } = {}): Promise<Checkout> {
  const parent = await mkdtemp(path.join(tmpdir(), 'workbook-'))
  const copy = path.join(parent, 'Моя тетрадь')
  const children = new Set<ChildProcess>()
  const at = (file: string) => path.join(copy, path.relative(root, file))
  const checkout: Checkout = {
    root: copy,
    state: path.join(copy, '.workbook'),
    at,
    environment: (more) => environmentOf(checkout.state, more),
    argv: (args, script = 'workbook/cli.ts') => [
      '--max-semi-space-size=2',
      ...['workbook/run.js', script].map((file) => path.join(copy, ...file.split('/'))),
      ...args,
    ],
    run: (args, options) => finish(checkout.start(args, options), options?.timeout),
    start(args, { env, script, input = '', cwd = copy } = {}) {
      const child = spawn(process.execPath, checkout.argv(args, script), {
        cwd,
        env: checkout.environment(env),
      })
      children.add(child)
      child.once('close', () => children.delete(child))
      // A command that ends without reading closes the pipe.
      child.stdin.on('error', () => {})
      child.stdin.end(input)
      return child
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...children].map(end))
      // One that is shutting down would look for its data folder endlessly.
      await killServer(checkout.state)
      await rm(parent, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  try {
    await copyFiles(copy)
    await Promise.all(
      listExercises().map(async (exercise) => writeStub(at(exercise.file), stubOf(exercise))),
    )
    if (server) await shareServer(checkout.state)
    return checkout
  } catch (error) {
    await checkout[Symbol.asyncDispose]()
    throw error
  }
}

// --- internal ---

/** Of this machine, not of the project; `lessons` may hold answers. */
const leftOut = new Set(['node_modules', '.git', '.workbook', '.env', 'lessons'])

async function copyFiles(copy: string): Promise<void> {
  await mkdir(copy, { recursive: true })
  const names = (await readdir(root)).filter((name) => !leftOut.has(name))
  const generated = ['cache', 'dist'].map((name) => path.join(root, 'docs', '.vitepress', name))
  // There are many answers, and no command of a student reads them.
  const filter = (file: string) =>
    !generated.includes(file) && !/\.(tmp|mistakes|alternatives)$/.test(file)
  await Promise.all(
    names.map((name) =>
      cp(path.join(root, name), path.join(copy, name), { recursive: true, filter }),
    ),
  )
  // A junction needs no special right on Windows.
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')
}

async function writeStub(file: string, stub: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, stub)
}

/** Vitest tells its workers things that a Vitest inside the command must not hear. */
const ofVitest =
  /^(?:VITEST|WORKBOOK_(?:STATE|LANG|SEED|REPORTS)|(?:NODE_ENV|TEST|DEV|PROD|MODE|SSR|BASE_URL|NODE_OPTIONS|FORCE_COLOR|TINYPOOL_WORKER_ID)$)/

function environmentOf(state: string, more: RunOptions['env'] = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !ofVitest.test(name))
  const fixed = { WORKBOOK_STATE: state, WORKBOOK_LANG: 'en', WORKBOOK_DATABASE: 'embedded' }
  const all = { ...Object.fromEntries(own), ...fixed, ...more }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

async function finish(child: ChildProcess, timeout = patience): Promise<RunResult> {
  let stdout = ''
  let stderr = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout)
  const [code] = (await once(child, 'close')) as [number | null]
  const late = child.signalCode === 'SIGKILL' && child.killed
  clearTimeout(timer)
  if (late)
    throw new Error(
      `Killed after ${timeout} ms: ${child.spawnargs.join(' ')}\n${stdout}\n${stderr}`,
    )
  return { code, stdout, stderr }
}

/** Asks first: a command that is ended properly stops the server that it started. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  await closed
  clearTimeout(timer)
}
