import * as fc from './testing/fuzz.ts'
import { expect, test } from 'vitest'
import { readConfig, settingsIn } from './config.ts'

test('without settings nothing is forced, and the names are the usual ones', () => {
  expect(readConfig({})).toEqual({
    forced: undefined,
    external: undefined,
    practice: 'ai_chat_db',
    image: 'mysql:9.7',
    mysqld: undefined,
    editor: undefined,
  })
})

test('a server of one’s own may have an empty password', () => {
  const { external } = readConfig({ MYSQL_HOST: 'db.example', MYSQL_USER: 'me' })
  expect(external).toEqual({
    host: 'db.example',
    port: 3306,
    user: 'me',
    password: '',
    encrypted: false,
  })
})

test.each([
  [{ WORKBOOK_DATABASE: 'oracle' }, 'BAD_CONFIG'],
  [{ MYSQL_HOST: 'h', MYSQL_USER: 'u', MYSQL_PORT: '99999' }, 'BAD_CONFIG'],
  [{ MYSQL_HOST: 'h' }, 'BAD_CONFIG'],
  [{ MYSQL_HOST: 'h', MYSQL_USER: 'u', MYSQL_SSL_MODE: 'required' }, 'BAD_CONFIG'],
  [{ MYSQL_DB: 'shop' }, 'OUTSIDE_PREFIX'],
  [{ MYSQL_DB: 'ai_chat_`; DROP' }, 'OUTSIDE_PREFIX'],
  [{ MYSQL_DB: 'ai_chat_' + 'x'.repeat(40) }, 'OUTSIDE_PREFIX'],
])('%o is refused', (env, code) => {
  expect(() => readConfig(env)).toThrow(expect.objectContaining({ code }))
})

test('an unknown provider is refused, with a list of the known ones', () => {
  const next = expect.stringContaining('external, container, embedded')
  expect(() => readConfig({ WORKBOOK_DATABASE: 'x', WORKBOOK_LANG: 'en' })).toThrow(
    expect.objectContaining({ next }),
  )
})

const names = [
  'WORKBOOK_DATABASE',
  'WORKBOOK_ORIGIN',
  'MYSQL_HOST',
  'MYSQL_PORT',
  'MYSQL_USER',
  'MYSQL_PASSWORD',
  'MYSQL_SSL_MODE',
  'MYSQL_DB',
]
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'embedded',
    'auto',
    '3306',
    '1e3',
    '0x10',
    '-1',
    '65536',
    'ai_chat_x',
    'http://a',
  ),
)

test('whatever .env says is a setting that works or is refused by name', () => {
  const line = fc.oneof(
    value,
    fc.tuple(fc.constantFrom(...names), fc.constantFrom('=', ' = ', '="', ': ', '=`'), value),
  )
  const file = fc.array(line, { maxLength: 12 }).map((all) => all.flat().join('').concat('\n'))
  const given = fc.oneof(
    file.map((text) => settingsIn(Buffer.from(text))),
    fc.uint8Array().map(settingsIn),
    fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true }),
  )
  fc.assert(
    fc.property(given, (env) => {
      try {
        const { practice, external, origin } = readConfig(env)
        expect(practice).toMatch(/^ai_chat_[a-z0-9_]{1,20}$/)
        if (external) expect(external.port).toSatisfy((port: number) => port > 0 && port < 65_536)
        if (origin) expect(new URL(origin).origin).toBe(origin)
      } catch (error) {
        expect(error).toMatchObject({
          code: expect.stringMatching(/^(BAD_CONFIG|OUTSIDE_PREFIX)$/),
        })
      }
    }),
    { numRuns: 500 },
  )
})

test('a value in quotes is what it says, in each encoding and with each end of a line', () => {
  const quoted = fc.stringMatching(/^[^'\r\n]*$/)
  fc.assert(
    fc.property(quoted, fc.constantFrom('\n', '\r\n'), (password, end) => {
      const text = ['# mine', `MYSQL_PASSWORD='${password}'`, 'MYSQL_USER=me', ''].join(end)
      const files = [text, `\uFEFF${text}`].map((one) => Buffer.from(one))
      for (const file of [...files, Buffer.from(`\uFEFF${text}`, 'utf16le')])
        expect(settingsIn(file)).toEqual({ MYSQL_PASSWORD: password, MYSQL_USER: 'me' })
    }),
  )
})
