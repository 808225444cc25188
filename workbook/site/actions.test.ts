import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { say } from '../language/language.ts'
import { listExercises } from '../content/lessons.ts'
import { actionServer, actionsPath, exerciseOfPage, problemHeader } from './actions.ts'
import { startSite, type Site } from './site.ts'
import { faultTable, sentence } from '../testing/fault-table.ts'

const tells = faultTable()

const token = 'only-the-page-knows'
const exercise = listExercises()[0]!.id
const right = { 'Content-Type': 'application/json', 'X-Workbook-Token': token }

let checked: string[] = []
let gaveUp = false
let server: http.Server
let url: string
let site: Site

beforeAll(async () => {
  const handlers = {
    'exercise/check': async (input: { exercise: string }, signal: AbortSignal) => {
      checked.push(exerciseOfPage(input.exercise).id)
      if (input.exercise !== listExercises()[1]!.id) return
      await delay(60_000, undefined, { signal }).catch(() => (gaveUp = true))
    },
  }
  server = http.createServer(actionServer(token, () => handlers)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  site = await startSite({ port: 5433 })
  site.onAction(handlers)
})
afterAll(async () => {
  server.close()
  await site.close()
})
beforeEach(() => {
  checked = []
})

test('a page that shows the token is answered', async () => {
  const answer = await ask('exercise/check', { exercise })
  expect([answer.status, answer.headers.has(problemHeader)]).toEqual([200, false])
  expect(checked).toEqual([exercise])
})

test('what went wrong is reported in the language of the page', async () => {
  const inLanguage = async (language: string) => {
    const headers = { ...right, 'X-Workbook-Language': language }
    const answer = await ask('exercise/check', { exercise: 'no/such' }, headers)
    return ((await answer.json()) as { message: string }).message
  }
  const [russian, english] = await Promise.all(['ru', 'en'].map(inLanguage))
  expect(russian).toBe(say('action.no-exercise', { id: 'no/such' }, 'ru'))
  expect(english).toBe(say('action.no-exercise', { id: 'no/such' }, 'en'))
  expect(await inLanguage('__proto__')).toBe(say('action.no-exercise', { id: 'no/such' }))
})

test('without the token, as a form, by GET or under another name nothing is done', async () => {
  const input = { exercise }
  const refused = [
    await ask('exercise/check', input, { ...right, 'X-Workbook-Token': '' }),
    await ask('exercise/check', input, { ...right, 'X-Workbook-Token': `${token}x` }),
    await ask('exercise/check', input, { ...right, 'Content-Type': 'text/plain' }),
    await ask('exercise/nothing', input),
    await ask('__proto__', input),
    await ask('toString', input),
    await fetch(`${url}exercise/check`, { headers: right }),
  ]
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403))
  expect(checked).toEqual([])
  tells('403')
})

test('an id that is not on the list is refused, however it climbs', async () => {
  const climbing = [
    '../04-ddl/x',
    `${exercise}/..`,
    '%2e%2e/x',
    '/etc/passwd',
    'CON',
    'ddl',
    7,
    null,
  ]
  for (const id of climbing) {
    const answer = await ask('exercise/check', { exercise: id })
    expect(answer.headers.has(problemHeader), String(id)).toBe(true)
    expect(await answer.json(), String(id)).toMatchObject({ code: 'UNKNOWN_EXERCISE' })
  }
  expect(checked).toEqual([])
  tells(sentence('action.no-exercise'))
})

test('what is not JSON, or too long, is answered with a reason', async () => {
  const broken = await fetch(`${url}exercise/check`, { method: 'POST', headers: right, body: '{' })
  expect(await broken.json()).toMatchObject({ code: 'INTERNAL' })
  const long = await ask('exercise/check', { exercise: 'x'.repeat(1_000_001) })
  expect(await long.json()).toMatchObject({ code: 'BAD_COMMAND' })
  expect(checked).toEqual([])
  tells(sentence('action.too-long'))
})

test('the work for a page that no longer waits is abandoned', async () => {
  const left = new AbortController()
  const asked = ask('exercise/check', { exercise: listExercises()[1]!.id }, right, left.signal)
  await expect.poll(() => checked).toHaveLength(1)
  left.abort()
  await expect(asked).rejects.toThrow('abort')
  await expect.poll(() => gaveUp).toBe(true)
  tells('abandoned')
})

test('the site refuses another origin even with the form of an action, and does nothing', async () => {
  for (const origin of ['http://evil.example', 'null', site.url.replace(/\/$/, '')]) {
    const answer = await fetch(new URL(`${actionsPath}exercise/check`, site.url), {
      method: 'POST',
      headers: { ...right, Origin: origin },
      body: JSON.stringify({ exercise }),
    })
    expect(answer.status, origin).toBe(403)
    // Its own page is refused later, for another token.
    const isOwn = site.url.startsWith(origin)
    expect((await answer.text()).includes('answers only to itself'), origin).toBe(!isOwn)
  }
  expect(checked).toEqual([])
  tells('403')
})

// --- internal ---

function ask(
  name: string,
  input: unknown,
  headers: Record<string, string> = right,
  signal?: AbortSignal,
): Promise<Response> {
  const body = JSON.stringify(input)
  return fetch(url + name, { method: 'POST', headers, body, ...(signal && { signal }) })
}
