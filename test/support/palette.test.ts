import { expect, test } from 'vitest'
import { generateChat } from './chat.ts'
import { wordIn } from './palette.ts'
import { seededRandom } from './random.ts'

const seeds = Array.from({ length: 4000 }, (_, seed) => seed)

test('titles and texts are unique, and know their word', () => {
  const random = seededRandom(1)
  const all = Array.from({ length: 300 }, () => [random.title(), random.text()]).flat()
  expect(new Set(all).size).toBe(all.length)
  expect(new Set(all.map(wordIn)).size).toBe(all.length)
})

test('every kind is in hostile(), and fits its column', () => {
  const titles = seededRandom(2).hostile('title')
  const texts = seededRandom(2).hostile('text')
  for (const needle of [
    "'",
    '"',
    '\\',
    '%',
    '_',
    '<b>',
    '&amp;',
    '\r\n',
    '\t',
    '\u0301',
    '\u1161',
    '🍵',
  ])
    for (const all of [titles, texts]) expect(all.join('|')).toContain(needle)
  for (const all of [titles, texts]) {
    expect(all).toContain('')
    expect(all.filter((text) => text !== text.trim()).length).toBeGreaterThan(2)
  }
  expect(Math.max(...titles.map((title) => [...title].length))).toBe(255)
  expect(Math.max(...texts.map((text) => Buffer.byteLength(text)))).toBe(65_535)
})

test('names need quotes, and MySQL allows them', () => {
  const names = seededRandom(3).hostile('name')
  expect(names.filter((name) => /[^\w]/.test(name)).length).toBeGreaterThan(5)
  for (const name of names) expect(name).toMatch(/^[\u{21}-\u{FFFF} ]{1,63}[^\s]$/u)
})

test('a search is a part of its hit and of none of the misses', () => {
  for (const { term, hit, misses } of seededRandom(4).searches()) {
    expect(hit).toContain(term)
    expect(misses.length).toBeGreaterThan(0)
    for (const miss of misses) expect(miss).not.toContain(term)
  }
})

test('a search that normalises its text misses a hit', () => {
  const searches = seededRandom(6).searches()
  for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'])
    expect(searches.some(({ term, hit }) => !hit.includes(term.normalize(form)))).toBe(true)
})

test('a search that treats its text as a pattern finds a miss or fails', () => {
  const fooled = seededRandom(5)
    .searches()
    .filter(({ term, misses }) => {
      try {
        return misses.some((miss) => new RegExp(term).test(miss))
      } catch {
        return true
      }
    })
  expect(fooled.length).toBeGreaterThan(9)
})

test('the rows of a chat have their counterparts, whatever the seed', () => {
  for (const seed of seeds) {
    const { conversations, messages } = generateChat(seededRandom(seed))
    const ids = conversations.map(({ id }) => id)
    const crosses = (all: number[], border: number) => all[0]! < border && all.at(-1)! >= border
    expect([crosses(ids, 10), crosses(ids, 100)]).toEqual([true, true])
    expect(new Set([...ids, ...messages.map(({ id }) => id)]).size).toBe(
      ids.length + messages.length,
    )
    const byText = (all: number[]) => all.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
    for (const id of ids.slice(0, -1)) {
      const own = messages.filter((row) => row.conversation_id === id).map((row) => row.id)
      expect(own).toEqual(own.toSorted((a, b) => a - b))
      expect(byText(own), `conversation ${id} of seed ${seed}`).not.toEqual(own)
    }
    for (const { created_at, updated_at } of conversations) expect(updated_at).not.toBe(created_at)
    const [, archived, active] = conversations
    expect([archived!.is_archived, active!.is_archived]).toEqual([1, 0])
    expect(archived!.title).toBe(active!.title)
    const twice = messages.filter(({ content }) => content === messages[0]!.content)
    expect(new Set(twice.map(({ sender }) => sender))).toEqual(new Set(['user', 'ai']))
    expect(new Set(twice.map((row) => row.conversation_id)).size).toBe(2)
    expect(messages.some((row) => row.conversation_id === ids.at(-1))).toBe(false)
  }
})
