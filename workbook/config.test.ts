import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

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
  expect(external).toEqual({ host: 'db.example', port: 3306, user: 'me', password: '' })
})

test.each([
  [{ WORKBOOK_DATABASE: 'oracle' }, 'BAD_CONFIG'],
  [{ MYSQL_HOST: 'h', MYSQL_USER: 'u', MYSQL_PORT: '99999' }, 'BAD_CONFIG'],
  [{ MYSQL_HOST: 'h' }, 'BAD_CONFIG'],
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
