import { loadEnvFile } from '#exercise/02-setup/2-load-env-file'
import { exercise, expectValue, mistake, type Lab } from '#support'
import { mkdir, symlink, utimes } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { attempt, envFolder, expectError, inFolder, type Outcome } from './env-file.ts'

const test = exercise(import.meta.url)

test('returns what is in the file, reading it afresh each time', async (lab) => {
  await using env = await prepare(lab)
  const values = { [env.name('HOST')]: lab.random.word(), [env.name('USER')]: 'chat' }
  const old = { [env.name('HOST')]: 'old' }
  const first = await env.load(await env.write(`# the server\n${env.name('HOST')}=old\n`))
  check(first, old)
  const changed = await env.load(await env.write(values))
  if (onlyOld(changed, values)) throw mistake('read-once', { expected: values, seen: changed })
  check(changed, values)
  // The first call has set it, and set is set.
  const kept = process.env[env.name('HOST')]
  if (kept !== 'old') throw mistake('overrides', { expected: 'old', seen: kept ?? 'undefined' })
  // What a caller has stays as it was.
  expectValue({ ...Object(first) }, old, 'loadEnvFile(), loadEnvFile()')
  const other = { [env.name('DB')]: lab.random.word() }
  const file = await env.write(other, 'other.env')
  const moment = new Date(2026, 0, 12, 9)
  await utimes(file, moment, moment)
  const seen = await env.load(file)
  if (onlyOld(seen, other)) throw mistake('read-once', { expected: other, seen })
  check(seen, other)
  // As long as before, and saved within the same moment.
  const again = { [env.name('DB')]: lab.random.word() }
  await env.write(again, 'other.env')
  await utimes(file, moment, moment)
  const last = await env.load(file)
  if (onlyOld(last, again)) throw mistake('read-once', { expected: again, seen: last })
  check(last, again)
})

test('returns an empty object when there is nothing in it', async (lab) => {
  await using env = await prepare(lab)
  for (const text of ['', '# nothing yet\n\n']) {
    const outcome = await attempt(loadEnvFile, await env.write(text))
    const isRefused = 'error' in outcome || outcome.seen === null || outcome.seen === undefined
    if (isRefused) throw mistake('empty-file-refused', { expected: {}, seen: asDetail(outcome) })
    check(outcome.seen, {})
  }
})

test('adds to process.env what is not set there, and nothing else', async (lab) => {
  await using env = await prepare(lab)
  const environment = process.env
  const expectOthersLeft = (before: NodeJS.ProcessEnv) => {
    const others = [...new Set([...Object.keys(before), ...Object.keys(environment)])]
    const seen = others.filter((name) => before[name] !== environment[name])
    if (seen.length > 0) throw mistake('others-changed', { expected: [], seen })
  }
  const before = { ...environment }
  const values = { [env.name('HOST')]: lab.random.word(), [env.name('EMPTY')]: '' }
  const first = await env.write(values)
  // The second time the file is as it was, and nothing of it is set.
  for (const _time of [1, 2]) {
    await env.load(first)
    for (const [name, expected] of Object.entries(values)) {
      const seen = environment[name]
      if (seen === undefined)
        throw mistake(name in process.env ? 'replaces-env' : 'not-set', {
          expected,
          seen: 'undefined',
        })
      expectValue(seen, expected, `process.env.${name}`)
      delete environment[name]
    }
  }
  expectOthersLeft(before)
  // Those that dotenv itself reads are others, too.
  Object.assign(environment, dotenvOptions)
  const withOptions = { ...environment }
  // When the call is over, not later.
  const file = await env.write({ [env.name('USER')]: 'chat' })
  loadEnvFile(file)
  if (environment[env.name('USER')] !== 'chat')
    throw mistake('not-set', { expected: 'chat', seen: 'undefined' })
  delete environment[env.name('USER')]
  expectOthersLeft(withOptions)
})

test('leaves alone what is set there, even to an empty string', async (lab) => {
  await using env = await prepare(lab)
  const names = ['HOST', 'PASSWORD', 'SPACE', 'OFF', 'WORD'].map(env.name)
  const more = env.name('MORE')
  const values = Object.fromEntries([...names, more].map((name) => [name, 'from_the_file']))
  const texts = [lab.random.word(), '', ' ', '0', 'undefined']
  const set = Object.fromEntries(names.map((name, index) => [name, texts[index]!]))
  Object.assign(process.env, set)
  // Where capitals count, this is another variable.
  if (process.platform !== 'win32') process.env[more.toLowerCase()] = 'another'
  const seen = await env.load(await env.write(values))
  for (const [name, expected] of Object.entries(set)) {
    const now = process.env[name]
    if (now !== expected) throw mistake('overrides', { expected, seen: now ?? 'undefined' })
  }
  // What is set there says nothing about the others.
  if (process.env[more] !== 'from_the_file')
    throw mistake('not-set', { expected: 'from_the_file', seen: String(process.env[more]) })
  const kept = Object.entries(set).some(([name, text]) => Object(seen)[name] === text)
  if (kept) throw mistake('returns-kept', { expected: values, seen })
  if (seen && Object.keys(Object(seen)).every((name) => name === more))
    throw mistake('returns-added', { expected: values, seen })
  check(seen, values)
})

test('reads quotes, =, # and comments as dotenv does', async (lab) => {
  await using env = await prepare(lab)
  const word = lab.random.word()
  const lines: [string, string, string][] = [
    ['A', `"${word}#1"`, `${word}#1`],
    ['B', `'a "${word}"'`, `a "${word}"`],
    ['C', `${word}=2==`, `${word}=2==`],
    ['D', `${word} # not a part of it`, word],
    ['E', `"  ${word}  "`, `  ${word}  `],
    ['F', `Ещё 🍵 Cafe\u0301 ${word}`, `Ещё 🍵 Cafe\u0301 ${word}`],
    ['G', `$HOME \${HOME} C:\\new\\${word}`, `$HOME \${HOME} C:\\new\\${word}`],
    ['H', `"two\nlines"`, 'two\nlines'],
    ['I', '3306', '3306'],
    ['J', 'true', 'true'],
    ['K', '', ''],
    ['N', `"two\\nlines ${word}"`, `two\nlines ${word}`],
    ['O', `'one\\nline ${word}'`, `one\\nline ${word}`],
    ['P', `\`a "b" 'c' ${word}\``, `a "b" 'c' ${word}`],
    ['l.m-n', word, word],
    // The last one counts.
    ['M', 'first', 'first'],
    ['M', word, word],
  ]
  const text = ['# MYSQL_HOST=nowhere', `export ${env.name('X')}=${word}`]
  text.push(...lines.map(([name, written]) => `${env.name(name)}=${written}`))
  // A file of any length.
  text.splice(-1, 0, `# ${'and so on '.repeat(10_000)}`)
  const seen = await env.load(await env.write(text.join('\r\n')))
  const expected = Object.fromEntries(lines.map(([name, , value]) => [env.name(name), value]))
  expected[env.name('X')] = word
  check(seen, expected)
  for (const name of Object.keys(expected))
    expectValue(process.env[name], expected[name], `process.env.${name}`)
})

test('takes any absolute path as it is', async (lab) => {
  await using env = await prepare(lab)
  // Files that other programs read are there too, with different values.
  const decoy = { [env.name('HOST')]: 'from_another_file' }
  const name = '~chat.env '
  for (const other of ['.env', 'chat.env', name]) {
    if (other !== name) await env.write(decoy, other)
    for (const kind of ['local', 'test', 'test.local', 'defaults'])
      await env.write(decoy, `${other}.${kind}`)
  }
  const values = { [env.name('HOST')]: lab.random.word() }
  // A blank belongs to the name; `~` means the home folder only at the start of a path.
  const file = await env.write(values, name)
  await mkdir(path.join(env.folder, 'here'))
  const files = [file, [env.folder, 'here', '..', name].join(path.sep)]
  // A link to a file is read like the file. On Windows not everybody may make one.
  if (process.platform !== 'win32') {
    files.push(path.join(env.folder, 'here', 'link.env'))
    await symlink(file, files.at(-1)!)
  }
  for (const one of files) {
    const outcome = await inFolder(env.folder, () => attempt(loadEnvFile, one))
    if ('error' in outcome || Object(outcome.seen)[env.name('HOST')] === 'from_another_file')
      throw mistake('path-changed', { expected: `${one} is read`, seen: asDetail(outcome) })
    check(outcome.seen, values)
  }
})

test('rejects a relative path', async (lab) => {
  await using env = await prepare(lab)
  await env.write({ [env.name('HOST')]: 'from_the_file' })
  const up = path.join('..', path.basename(env.folder), '.env')
  // What a shell makes of `~`, and dotenv too, is absolute; the path itself is not.
  Object.assign(process.env, { HOME: env.folder, USERPROFILE: env.folder })
  await env.write({ [env.name('HOST')]: 'from_the_file' }, 'chat.env')
  await mkdir(path.join(env.folder, 'here'))
  const absolute = path.join(env.folder, '.env')
  // Without the blank in front it would be absolute. On Windows no folder can have this name.
  const blank = ` ${path.sep}chat.env`
  if (process.platform !== 'win32') {
    await mkdir(path.join(env.folder, ' '))
    await env.write({ [env.name('HOST')]: 'from_the_file' }, blank)
  }
  for (const relative of [
    '.env',
    'chat.env',
    `here${path.sep}..${path.sep}.env`,
    `.${path.sep}.env`,
    up,
    '',
    '~/.env',
    '$HOME/.env',
    pathToFileURL(absolute).href,
    blank,
    ` ${absolute}`,
  ]) {
    const outcome = await inFolder(env.folder, () => attempt(loadEnvFile, relative))
    const expected = `an error: "${relative}" is relative`
    expectError(outcome, 'working-folder', expected)
    if (env.name('HOST') in process.env)
      throw mistake('working-folder', { expected, seen: 'the file was read all the same' })
  }
})

test('throws when there is no such file, or it cannot be read', async (lab) => {
  await using env = await prepare(lab)
  const file = await env.write('')
  // One is missing, one is a folder, the parent of one is a file; and a name that no file can have.
  const names = [path.join(env.folder, 'none'), env.folder, path.join(file, 'none')]
  names.push(path.join(env.folder, 'none'.repeat(100)))
  for (const one of names)
    expectError(await attempt(loadEnvFile, one), 'missing-file-ignored', `an error: ${one}`)
})

// --- internal ---

/** The options that dotenv takes from the environment, such that they change nothing. */
const dotenvOptions = Object.fromEntries(
  Object.entries({
    PATH: 'none.env',
    ENCODING: 'utf8',
    QUIET: 'yes',
    DEBUG: 'no',
    OVERRIDE: 'no',
  }).flatMap(([name, value]) =>
    [`DOTENV_${name}`, `DOTENV_CONFIG_${name}`].map((full) => [full, value]),
  ),
)

function prepare(lab: Lab) {
  return envFolder(lab, loadEnvFile)
}

function asDetail(outcome: Outcome): unknown {
  return 'error' in outcome ? outcome.error : (outcome.seen ?? String(outcome.seen))
}

/** Does it contain a variable from an earlier file? */
function onlyOld(seen: unknown, expected: Record<string, string>): boolean {
  const values = Object.values(Object(seen) as object)
  return values.length > 0 && !Object.values(expected).every((value) => values.includes(value))
}

function check(seen: unknown, expected: Record<string, string>): void {
  if (seen === undefined || seen === null)
    throw mistake('returns-nothing', { expected, seen: String(seen) })
  const values = seen as Record<string, unknown>
  const details = { expected, seen }
  const names = Object.keys(values)
  const wanted = Object.keys(expected)
  if (names.includes('parsed')) throw mistake('returns-result', details)
  // One that is not among its own, but comes when it is asked for.
  const other = Object.keys(process.env).find((name) => !(name in expected) && process.env[name])
  if (names.length > wanted.length + 2 || (other && values[other] !== undefined))
    throw mistake('returns-everything', { expected: wanted, seen: `${names.length} variables` })
  if (wanted.length > 0 && names.length === 0) throw mistake('working-folder', details)
  const isText = (value: unknown) => value === undefined || typeof value === 'string'
  if (!Object.values(values).every(isText)) throw mistake('not-texts', details)
  const wrong = wanted.filter((name) => values[name] !== expected[name])
  // What no other encoding changes is right.
  const isRecoded = (name: string) => /[^\x20-\x7E\n]/.test(expected[name]!)
  if (wrong.length > 0 && wrong.every(isRecoded)) throw mistake('other-encoding', details)
  if (wrong.length > 0) throw mistake('own-parser', details)
  expectValue({ ...values }, expected, 'loadEnvFile()')
}
