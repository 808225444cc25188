import { expectValue, found, mistake, type Lab } from '#support'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Reads a file, as the student's function does. */
type Load = (file: string) => Record<string, string>

/** The result of a call. An error may be anything, even `undefined`: ask `'error' in outcome`. */
export type Outcome = { seen: unknown } | { error: unknown }

/** A folder for .env files. Disposing removes the folder and undoes every change to process.env. */
export interface EnvFolder extends AsyncDisposable {
  /** The folder's absolute path; its name contains spaces and signs. */
  folder: string
  /** The name of a variable that nobody else uses. */
  name(suffix: string): string
  /** Writes a file into the folder. @returns its absolute path */
  write(text: string | Record<string, string>, file?: string): Promise<string>
  /** What the student's function returns, unless it could not find the file. */
  load(file: string): Promise<unknown>
}

export async function envFolder({ random }: Lab, load: Load): Promise<EnvFolder> {
  const parent = await mkdtemp(path.join(tmpdir(), 'env-'))
  const folder = path.join(parent, `two  spaces #1 %20 Cafe\u0301`)
  await mkdir(folder)
  const prefix = `chat_${random.word().toUpperCase()}`
  const environment = process.env
  // A worker checks several of our answers one after the other, and one of them may set its variables late.
  for (const name of Object.keys(environment)) if (name.startsWith(prefix)) delete environment[name]
  const before = { ...environment }
  return {
    folder,
    name: (suffix) => `${prefix}_${suffix}`,
    async write(content, name = '.env') {
      const text = typeof content === 'string' ? content : linesOf(content)
      await writeFile(path.join(folder, name), text)
      return path.join(folder, name)
    },
    async load(file) {
      const before = await readFile(file, 'utf8')
      const outcome = await attempt(load, file)
      expectValue(await readFile(file, 'utf8'), before, path.basename(file))
      if (!('error' in outcome)) return outcome.seen
      const { code, message } = Object(outcome.error) as { code?: string; message?: string }
      if (code === 'ENOENT')
        throw mistake('working-folder', { expected: `${file} is read`, seen: message })
      throw outcome.error
    },
    async [Symbol.asyncDispose]() {
      process.env = environment
      for (const name of Object.keys(environment)) if (!(name in before)) delete environment[name]
      Object.assign(environment, before)
      await rm(parent, { recursive: true, force: true })
    },
  }
}

/** The call itself is over when this returns. @throws a stub's error, and fails if it is a promise: none is expected */
export async function attempt(load: Load, file: string): Promise<Outcome> {
  let seen: unknown
  const folder = process.cwd()
  try {
    seen = load(file)
  } catch (error) {
    if (error instanceof Error && error.message === 'TODO') throw error
    return { error }
  } finally {
    const now = process.cwd()
    process.chdir(folder)
    expectValue(now, folder, 'process.cwd()')
  }
  if (!(seen instanceof Promise)) return { seen }
  // Whatever it does later would show up in the next test.
  await seen.catch(() => {})
  throw mistake('returns-promise', { expected: 'an object of texts', seen: 'Promise' })
}

/** Runs `work` with a different working folder. */
export function inFolder<T>(folder: string, work: () => T): T {
  const before = process.cwd()
  process.chdir(folder)
  try {
    return work()
  } finally {
    process.chdir(before)
  }
}

/** Fails unless an Error was thrown. @param otherwise the mistake that a result means */
export function expectError(outcome: Outcome, otherwise: string, expected: string): void {
  if (!('error' in outcome))
    throw mistake(otherwise, { expected, seen: outcome.seen ?? String(outcome.seen) })
  const { error } = outcome
  if (!(error instanceof Error))
    throw found('finding.threw-non-error', { seen: String(error) }, { expected, seen: error })
}

// --- internal ---

function linesOf(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
}
