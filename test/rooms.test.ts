import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { displayPath, root } from '../workbook/paths.ts'

// The rooms of workbook/ and which others each may use, besides the files beside them (errors.ts, paths.ts and so on).
// A room can use only what stands above it. Circles between files are oxlint's business: `import/no-cycle`.
const rooms: Record<string, string> = {
  language: '',
  content: 'language',
  system: 'language',
  database: 'language system',
  progress: 'language content system',
  terminal: 'language content database progress',
  practice: 'language content database progress terminal',
  runner: 'language content system database progress terminal practice',
  console: 'content database',
  stage: 'language content database console',
  chat: 'language content system database',
  site: 'language content system database progress runner console stage chat',
  commands: 'language content system database progress terminal practice runner chat site',
  testing: 'language content system database site',
  bench: 'content terminal testing',
  mutants: 'language content database terminal runner',
  authoring: 'language content terminal runner bench testing',
}

/** Each provider, and what of it the rest of database/ may use. */
const providers: Record<string, string[]> = {
  container: ['container', 'errors', 'runtime'],
  embedded: ['embedded', 'binary', 'fetched'],
  external: ['external', 'rights'],
}

const machinery = path.join(root, 'workbook')

test('the rooms of workbook/ are those of the list, in an order in which each uses only earlier ones', () => {
  const folders = readdirSync(machinery, { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(Object.keys(rooms).toSorted())
  const order = Object.keys(rooms)
  for (const room of order) {
    const earlier = order.slice(0, order.indexOf(room))
    expect(
      usedBy(room).filter((other) => !earlier.includes(other)),
      `${room} uses a later room`,
    ).toEqual([])
  }
})

test('each room uses only the rooms that it may', () => {
  const wrong = imports().filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)]
    return here !== there && there !== undefined && here && !usedBy(here).includes(there)
  })
  expect(wrong.map(arrow), 'either the code or the list in this file is wrong').toEqual([])
})

test('what every room needs uses no room but the language', () => {
  const shared = imports().filter(
    ({ from, to }) =>
      !roomOf(from) &&
      path.basename(from) !== 'cli.ts' &&
      ![undefined, 'language'].includes(roomOf(to)),
  )
  expect(shared.map(arrow)).toEqual([])
})

test('nothing uses the door', () => {
  const door = imports().filter(({ to }) => path.basename(to) === 'cli.ts')
  expect(door.map(arrow)).toEqual([])
})

test('a provider is used through its ways in alone', () => {
  const wrong = imports().filter(({ from, to }) => {
    const [, folder, file] = /database\/(\w+)\/(.+)\.ts$/.exec(displayPath(to)) ?? []
    const ways = providers[folder ?? '']
    return ways && !displayPath(from).includes(`database/${folder}/`) && !ways.includes(file!)
  })
  // Tests of the whole start a server without what stands around it.
  expect(wrong.filter(({ from }) => roomOf(from) !== 'testing').map(arrow)).toEqual([])
})

test('CONTRIBUTING has a line for each room', () => {
  const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')
  const missing = Object.keys(rooms).filter((room) => !text.includes(`| \`${room}/\``))
  expect(missing).toEqual([])
})

// --- internal ---

function usedBy(room: string): string[] {
  return (rooms[room] ?? '').split(' ').filter(Boolean)
}

interface Import {
  from: string
  to: string
}

/** Every import from one file of workbook/ to another, tests left out. */
function imports(): Import[] {
  return readdirSync(machinery, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const from = path.join(machinery, name)
      const { importedFiles } = ts.preProcessFile(readFileSync(from, 'utf8'), true, true)
      return importedFiles
        .map(({ fileName }) => ({ from, to: path.resolve(path.dirname(from), fileName) }))
        .filter(({ to }) => to.startsWith(machinery) && to.endsWith('.ts'))
    })
}

function roomOf(file: string): string | undefined {
  const [room, ...rest] = path.relative(machinery, file).split(path.sep)
  return rest.length > 0 ? room : undefined
}

function arrow({ from, to }: Import): string {
  return `${displayPath(from)} uses ${displayPath(to)}`
}
