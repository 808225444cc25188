import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { displayPath, docsFolder, root } from '../workbook/paths.ts'

// The rooms of workbook/ and which others each may use, besides the files beside them (errors.ts, paths.ts and so on).
// A room can use only what is above it. oxlint finds cycles between files: `import/no-cycle`.
const rooms: Record<string, string> = {
  language: '',
  content: 'language',
  system: 'language',
  database: 'language system',
  progress: 'language content system',
  terminal: 'language content database progress',
  practice: 'language content database progress terminal',
  update: 'language content system database progress',
  runner: 'language content system database progress terminal practice',
  session: 'content system runner',
  console: 'language content database',
  stage: 'language content database console',
  plans: 'content database',
  chat: 'language content system database',
  editor: 'language content system progress runner',
  site: 'language content system database progress runner console stage plans chat editor',
  class: 'language content system database progress terminal update site',
  commands:
    'language content system database progress terminal practice update runner session chat site class',
  testing: 'language content system database site',
  bench: 'language content system database terminal runner testing',
  mutants: 'language content database terminal runner',
  authoring: 'language content terminal runner bench testing mutants',
}

/** The rooms of the page's own code, likewise. */
const themeRooms: Record<string, string> = {
  shared: '',
  styles: '',
  composables: 'shared',
  keyboard: 'shared composables',
  code: '',
  difference: '',
  plan: 'shared composables',
  console: 'shared composables code plan',
  layout: 'shared composables keyboard console',
  evidence: 'shared',
  timeline: 'shared composables evidence',
  editor: 'shared composables code difference',
  panel: 'shared composables layout evidence timeline difference editor',
  stage: 'shared composables console',
  chat: 'shared composables layout',
  progress: 'shared composables',
  home: 'shared composables',
}

/** Each provider, and what of it the rest of database/ may use. */
const providers: Record<string, string[]> = {
  container: ['container', 'errors', 'runtime'],
  embedded: ['embedded', 'binary', 'fetched'],
  external: ['external', 'rights'],
}

const machinery = path.join(root, 'workbook')
const theme = path.join(docsFolder, '.vitepress', 'theme')

for (const [house, list] of [
  [machinery, rooms],
  [theme, themeRooms],
] as const) {
  const name = displayPath(house)

  test(`the rooms of ${name} are the ones in the list, each after those that it uses`, () => {
    const folders = readdirSync(house, { withFileTypes: true }).filter((one) => one.isDirectory())
    expect(folders.map((one) => one.name).toSorted()).toEqual(Object.keys(list).toSorted())
    const order = Object.keys(list)
    for (const room of order) {
      const earlier = order.slice(0, order.indexOf(room))
      const later = usedBy(list, room).filter((other) => !earlier.includes(other))
      expect(later, `${room} uses a later room`).toEqual([])
    }
  })

  test(`each room of ${name} uses only the rooms that it may`, () => {
    const wrong = imports(house).filter(({ from, to }) => {
      const [here, there] = [roomOf(house, from), roomOf(house, to)]
      return here && there && here !== there && !usedBy(list, here).includes(there)
    })
    expect(wrong.map(arrow), 'either the code or the list in this file is wrong').toEqual([])
  })
}

test('what every room needs uses no room but the language', () => {
  const shared = imports(machinery).filter(
    ({ from, to }) =>
      !roomOf(machinery, from) &&
      path.basename(from) !== 'cli.ts' &&
      ![undefined, 'language'].includes(roomOf(machinery, to)),
  )
  expect(shared.map(arrow)).toEqual([])
})

test('nothing uses the door', () => {
  const door = imports(machinery).filter(({ to }) => path.basename(to) === 'cli.ts')
  expect(door.map(arrow)).toEqual([])
})

test('a provider is used only through its entrances', () => {
  const wrong = imports(machinery).filter(({ from, to }) => {
    const [, folder, file] = /database\/(\w+)\/(.+)\.ts$/.exec(displayPath(to)) ?? []
    const ways = providers[folder ?? '']
    return ways && !displayPath(from).includes(`database/${folder}/`) && !ways.includes(file!)
  })
  // Tests of the whole start a server without its surroundings.
  expect(wrong.filter(({ from }) => roomOf(machinery, from) !== 'testing').map(arrow)).toEqual([])
})

test('lessons import what specs share as #support: by its file it would be loaded once more', () => {
  const tests = path.join(root, 'test')
  const wrong = imports(tests).filter(
    ({ from, to }) =>
      /^\d/.test(roomOf(tests, from) ?? '') && /^(?:support|\.\.)/.test(path.relative(tests, to)),
  )
  expect(wrong.map(arrow)).toEqual([])
})

test('CONTRIBUTING has a line for each room', () => {
  const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')
  const missing = Object.keys(rooms).filter((room) => !text.includes(`| \`${room}/\``))
  expect(missing).toEqual([])
})

// --- internal ---

function usedBy(list: Record<string, string>, room: string): string[] {
  return (list[room] ?? '').split(' ').filter(Boolean)
}

interface Import {
  from: string
  to: string
}

/** Every import from one file of a house to another, tests left out. */
function imports(house: string): Import[] {
  return readdirSync(house, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const from = path.join(house, name)
      const { importedFiles } = ts.preProcessFile(readFileSync(from, 'utf8'), true, true)
      return importedFiles
        .map(({ fileName }) => ({ from, to: path.resolve(path.dirname(from), fileName) }))
        .filter(({ to }) => to.startsWith(house) && /\.(ts|vue)$/.test(to))
    })
}

function roomOf(house: string, file: string): string | undefined {
  const [room, ...rest] = path.relative(house, file).split(path.sep)
  return rest.length > 0 ? room : undefined
}

function arrow({ from, to }: Import): string {
  return `${displayPath(from)} uses ${displayPath(to)}`
}
