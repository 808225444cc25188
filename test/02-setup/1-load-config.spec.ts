import { loadConfig } from '#exercise/02-setup/1-load-config'
import { byTest, exercise, expectValue, found, mistake, secretsIn, type Lab } from '#support'
import { createConnection } from 'mysql2/promise'

const test = exercise(import.meta.url)

test('builds settings that mysql2 can connect with', async (lab) => {
  const config = load({ ...environmentOf(lab), MYSQL_PORT: String(lab.options.port) })
  if (typeof config?.port === 'string')
    throw mistake('port-is-text', { expected: lab.options.port, seen: config.port })
  const { host, port, user, password, database } = lab.options
  expectSettings(config, { host, port, user, password, database })
  const own = await createConnection(config)
  const [rows] = await own.query(byTest('SELECT DATABASE() AS name'))
  await own.end()
  expectValue((rows as { name: string }[])[0]!.name, lab.schema, 'DATABASE()')
  // Other servers, at both ends of what a port may be.
  const word = lab.random.word()
  for (const change of [
    { host: '::1', port: 1, user: '0', database: `My-${word}.v2` },
    { host: `db-1.${word}.example`, port: 65_535, user: `Chat_${word}`, database: '0' },
    ...ports.map((port) => ({ host: 'localhost', port, user: 'chat', database: word })),
  ]) {
    const env = { ...environmentOf(lab), MYSQL_PASSWORD: word, MYSQL_PORT: String(change.port) }
    Object.assign(env, {
      MYSQL_HOST: change.host,
      MYSQL_USER: change.user,
      MYSQL_DB: change.database,
    })
    const seen = load(env)
    if (seen === config) throw found('finding.shared-result', { what: 'loadConfig()' })
    expectSettings(seen, { ...change, password: word })
  }
})

test('looks at its argument, not at process.env', (lab) => {
  const { random } = lab
  using _ = processEnvironment()
  const env = { ...environmentOf(lab), MYSQL_HOST: random.word(), MYSQL_PORT: '4321' }
  const seen = load(env)
  if (seen?.host !== env.MYSQL_HOST)
    throw mistake('reads-process-env', { expected: env.MYSQL_HOST, seen: seen?.host })
  const own = [seen.host, seen.user, seen.password, seen.database]
  const taken = required.filter((_, index) => own[index] === 'process_env')
  if (taken.length > 0) throw mistake('reads-process-env', { expected: [], seen: taken })
  // What changes there later does not change the settings.
  const { host } = seen
  env.MYSQL_HOST = 'later'
  expectValue(seen.host, host, 'config.host')
  // It may be any object: `parseEnv` of Node has none of the methods of others.
  load(Object.assign(Object.create(null), environmentOf(lab)))
  // It leaves the port out.
  const { port } = load(environmentOf(lab))
  if (port === 1) throw mistake('reads-process-env', { expected: 3306, seen: port })
  for (const name of required) {
    const lacking: Environment = { ...environmentOf(lab), [name]: undefined }
    refuse(lacking, name, 'reads-process-env')
    delete lacking[name]
    refuse(lacking, name, 'reads-process-env')
  }
})

test('uses port 3306 when MYSQL_PORT is left out', (lab) => {
  for (const left of [{}, { MYSQL_PORT: undefined }]) {
    const { config, error } = attempt({ ...environmentOf(lab), ...left })
    if (error?.message === 'TODO') throw error
    if (config?.port !== 3306)
      throw mistake('port-required', { expected: 3306, seen: error?.message ?? config?.port })
  }
})

test('accepts an empty password, and takes every other one as it is', (lab) => {
  const { random } = lab
  const words = [
    '',
    '   ',
    ` ${random.word()} `,
    `a#b=c'd"${random.word()}`,
    '0',
    'undefined',
    'null',
    // Names of variables, as shells and other readers of such files write them.
    '$MYSQL_USER',
    '${MYSQL_USER}',
    '%MYSQL_USER%',
  ]
  for (const password of [...words, ...random.hostile('text')]) {
    const { config, error } = attempt({ ...environmentOf(lab), MYSQL_PASSWORD: password })
    if (error && password.trim() === '')
      throw mistake('password-refused', { expected: 'no error', seen: error.message })
    if (error) throw error
    if (config?.password !== password)
      throw mistake('password-changed', { expected: password, seen: config?.password })
  }
})

test('names the variable that is missing', (lab) => {
  // What other programs read.
  const others: Environment = { DB_HOST: 'a', USER: 'a', MYSQL_PWD: 'a', MYSQL_PASS: 'a' }
  Object.assign(others, { MYSQL_DATABASE: 'a' })
  // Where capitals count, these are others, too.
  for (const name of required) others[name.toLowerCase()] = 'a'
  load(environmentOf(lab))
  for (const name of required) {
    const env: Environment = { ...environmentOf(lab), ...others, [name]: undefined }
    refuse(env, name, 'falls-back')
    delete env[name]
    refuse(env, name, 'falls-back')
  }
})

test('treats an empty host, user or database as missing', (lab) => {
  for (const name of ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_DB'])
    refuse({ ...environmentOf(lab), [name]: '' }, name, 'empty-taken')
})

test('rejects a port that is not a whole number from 1 to 65535', (lab) => {
  const none = ['', ' ', '33o6', '3306abc', '0', '-1', '65536', '3306.5', 'Infinity']
  // What is left of too large a number in sixteen bits, or in thirty-two.
  const tooLarge = ['65537', '66000', '70000', '99999', '100000', String(2 ** 32 + 3306)]
  for (const port of [...none, ...tooLarge, '3,306', '3_306', '33 06', '3306\nabc', '３３０６'])
    refuse({ ...environmentOf(lab), MYSQL_PORT: port }, 'MYSQL_PORT', 'port-not-checked')
})

test('keeps the password out of its errors', (lab) => {
  const secret = lab.random.word()
  // Nothing else contains even one of these signs.
  const signs = lab.random.shuffle([...'ꙮ⁂☙※ቾ✤']).join('')
  for (const change of [
    { MYSQL_HOST: undefined },
    { MYSQL_USER: undefined },
    { MYSQL_DB: undefined },
    { MYSQL_HOST: '' },
    { MYSQL_USER: '' },
    { MYSQL_DB: '' },
    { MYSQL_PORT: '' },
    { MYSQL_PORT: 'x' },
    { MYSQL_PORT: '65536' },
  ]) {
    for (const password of [secret, signs]) {
      const { error } = attempt({ ...environmentOf(lab), MYSQL_PASSWORD: password, ...change })
      if (error?.message === 'TODO') throw error
      const parts = password === signs ? [...signs] : []
      const seen = [password, ...parts].flatMap((part) => secretsIn(error, part))
      if (seen.length > 0) throw mistake('password-in-error', { expected: [], seen })
    }
  }
})

// --- internal ---

/** MYSQL_PORT may be left out. */
const required = ['MYSQL_HOST', 'MYSQL_USER', 'MYSQL_PASSWORD', 'MYSQL_DB']

/** Of each length, and on both sides of what a pattern for the range has to tell apart. */
const ports = [7, 80, 443, 999, 1000, 9999, 10_000, 59_999, 60_000, 64_999, 65_000, 65_499, 65_529]

/** The driver reads what an object inherits, too. */
function expectSettings(config: object, expected: object): void {
  expectValue(config, expected, 'loadConfig()')
  let one: object | null = config
  while (one && one !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(one)) {
      const value: unknown = Reflect.get(config, name)
      const isOther = !(name in expected) && typeof value !== 'function'
      if (isOther) expectValue(value, undefined, `loadConfig().${name}`)
    }
    one = Object.getPrototypeOf(one) as object | null
  }
}

/** Sets all five in process.env, until it is disposed. */
function processEnvironment(): Disposable {
  const names = [...required, 'MYSQL_PORT']
  const before = names.map((name) => process.env[name])
  for (const name of names) process.env[name] = name === 'MYSQL_PORT' ? '1' : 'process_env'
  return {
    [Symbol.dispose]() {
      for (const [index, name] of names.entries()) {
        if (before[index] === undefined) delete process.env[name]
        else process.env[name] = before[index]
      }
    },
  }
}

type Environment = Record<string, string | undefined>

/** Everything that is needed, without MYSQL_PORT. */
function environmentOf({ options }: Lab): Environment {
  const { host, user, password, database } = options
  return { MYSQL_HOST: host, MYSQL_USER: user, MYSQL_PASSWORD: password, MYSQL_DB: database }
}

function load(env: Environment) {
  const { config, error } = attempt(env)
  // Its own check has refused one of the variables, none of which is wrong.
  if (error && /MYSQL_[A-Z]/i.test(String(error.message)))
    throw mistake('right-refused', { expected: 'the settings', seen: error.message })
  if (error) throw error
  if (config === null || config === undefined)
    throw mistake('returns-null', { expected: 'the settings', seen: String(config) })
  return config
}

function attempt(env: Environment): {
  config?: ReturnType<typeof loadConfig>
  error?: Error | undefined
} {
  const before = { ...env }
  try {
    const config = loadConfig(env)
    expectValue(env, before, 'env')
    return { config }
  } catch (error) {
    if (error instanceof Error && error.name === 'WrongAnswer') throw error
    return { error: error as Error }
  }
}

/** Fails unless the function throws an error that names this variable and none of the correct ones. */
function refuse(env: Environment, name: string, otherwise: string): void {
  const { config, error } = attempt(env)
  const expected = `an error that names ${name}`
  if (!error && !config) throw mistake('returns-null', { expected, seen: String(config) })
  if (!error) {
    const seen = { [name]: env[name], config: { ...config, password: '…' } }
    throw mistake(otherwise, { expected, seen })
  }
  if (!(error instanceof Error))
    throw found(
      'finding.threw-non-error',
      { seen: JSON.stringify(error) },
      { expected, seen: error },
    )
  if (error.message === 'TODO' || /process\.exit unexpectedly/.test(error.message)) throw error
  const named: string[] = String(error.message).match(/MYSQL_[A-Z]+/g) ?? []
  if (!named.includes(name) || named.some((one) => one !== name))
    throw mistake('variable-not-named', { expected, seen: error.message })
}
