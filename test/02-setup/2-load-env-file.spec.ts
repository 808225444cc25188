import { loadEnvFile } from '#exercise/02-setup/2-load-env-file'
import { exercise, expectValue, mistake, type Lab } from '#support'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const test = exercise(import.meta.url)

test('returns what stands in the file', async (lab) => {
  await using env = await envFile(lab)
  const values = { [env.name('HOST')]: lab.random.word(), [env.name('USER')]: 'chat' }
  await env.write(`# the server\n${lines(values)}\n`)
  check(env.load(), values)
})

test('adds to process.env what is not set there', async (lab) => {
  await using env = await envFile(lab)
  const values = { [env.name('HOST')]: lab.random.word(), [env.name('EMPTY')]: '' }
  await env.write(lines(values))
  env.load()
  for (const [name, expected] of Object.entries(values)) {
    const seen = process.env[name]
    if (seen === undefined) throw mistake('not-set', { expected, seen: 'undefined' })
    expectValue(seen, expected, `process.env.${name}`)
  }
})

test('leaves alone what is set there, even to an empty text', async (lab) => {
  await using env = await envFile(lab)
  const values = { [env.name('HOST')]: 'from_the_file', [env.name('PASSWORD')]: 'from_the_file' }
  const set = { [env.name('HOST')]: lab.random.word(), [env.name('PASSWORD')]: '' }
  Object.assign(process.env, set)
  await env.write(lines(values))
  check(env.load(), values)
  for (const [name, expected] of Object.entries(set)) {
    const seen = process.env[name]
    if (seen !== expected) throw mistake('overrides', { expected, seen })
  }
})

test('reads quotes, =, # and comments as dotenv does', async (lab) => {
  await using env = await envFile(lab)
  const word = lab.random.word()
  const [quoted, single, equals, comment, exported] = ['A', 'B', 'C', 'D', 'E'].map(env.name)
  await env.write(
    [
      '# MYSQL_HOST=nowhere',
      `${quoted}="${word}#1"`,
      `${single}='a "${word}"'`,
      `${equals}=${word}=2==`,
      `${comment}=${word} # not a part of it`,
      `export ${exported}=${word}`,
    ].join('\r\n'),
  )
  const seen = env.load()
  const expected = {
    [quoted!]: `${word}#1`,
    [single!]: `a "${word}"`,
    [equals!]: `${word}=2==`,
    [comment!]: word,
    [exported!]: word,
  }
  check(seen, expected)
  for (const name of Object.keys(expected))
    expectValue(process.env[name], expected[name], `process.env.${name}`)
})

test('refuses a relative path', () => {
  // This file is there, seen from the folder that the workbook was started in.
  const there = path.relative(
    process.cwd(),
    fileURLToPath(new URL('../../package.json', import.meta.url)),
  )
  const { seen, error } = attempt(there)
  if (error?.message === 'TODO') throw error
  if (!error) throw mistake('working-folder', { expected: 'an error: the path is relative', seen })
})

test('throws when there is no such file, or it cannot be read', async (lab) => {
  await using env = await envFile(lab)
  // A folder is there, and no file.
  for (const file of [env.file, path.dirname(env.file)]) {
    const { seen, error } = attempt(file)
    if (error?.message === 'TODO') throw error
    if (!error)
      throw mistake('missing-file-ignored', { expected: 'an error', seen: seen ?? String(seen) })
  }
})

// --- internal ---

interface EnvFile extends AsyncDisposable {
  /** Absolute; nothing is there before `write`. */
  file: string
  write(text: string): Promise<void>
  /** The name of a variable that nobody else uses; unset again when disposed. */
  name(suffix: string): string
  load(): Record<string, string>
}

/** A folder of its own for a .env file; gone when disposed, like the variables that were named. */
async function envFile({ random }: Lab): Promise<EnvFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'env-'))
  const file = path.join(folder, '.env')
  const prefix = `CHAT_${random.word().toUpperCase()}`
  const used: string[] = []
  return {
    file,
    write: (text) => writeFile(file, text),
    name(suffix) {
      const name = `${prefix}_${suffix}`
      used.push(name)
      return name
    },
    load() {
      const { seen, error } = attempt(file)
      if (error && 'code' in error && error.code === 'ENOENT')
        throw mistake('working-folder', { expected: 'the file is read', seen: error.message })
      if (error) throw error
      return seen as Record<string, string>
    },
    async [Symbol.asyncDispose]() {
      for (const name of used) delete process.env[name]
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function attempt(file: string): { seen?: unknown; error?: Error } {
  try {
    return { seen: loadEnvFile(file) }
  } catch (error) {
    return { error: error as Error }
  }
}

function lines(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}

function check(seen: Record<string, string>, expected: Record<string, string>): void {
  const details = { expected, seen: seen ?? String(seen) }
  const names = Object.keys(seen ?? {})
  const missing = Object.keys(expected).filter((name) => !names.includes(name))
  if (names.includes('parsed')) throw mistake('returns-result', details)
  if (missing.length > 0) throw mistake(names.length > 0 ? 'own-parser' : 'working-folder', details)
  if (names.length > Object.keys(expected).length + 2)
    throw mistake('returns-everything', {
      expected: Object.keys(expected),
      seen: `${names.length} variables`,
    })
  if (Object.keys(expected).some((name) => seen[name] !== expected[name]))
    throw mistake('own-parser', details)
  expectValue({ ...seen }, expected, 'loadEnvFile()')
}
