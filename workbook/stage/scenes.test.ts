import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listFences, replaceFences } from '../content/fences.ts'
import { listPages, pageFile } from '../content/lessons.ts'
import { isolationLevels, readScenes, type Level, type Scene } from '../content/scenes.ts'
import { acquireDatabase } from '../database/acquire.ts'
import { sessionSchema } from '../database/own-schema.ts'
import type { DatabaseLease } from '../database/types.ts'
import { languages } from '../language/language.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { playScene } from './play.ts'
import type { StageView } from './types.ts'

// Every scene of every page, in every language, on the real server, at each of its levels.

// Tables of anomalies are rewritten by `npm test -- -u` (see vitest.config.ts).
const update = Boolean(process.env.UPDATE_PAGES)
let lease: DatabaseLease
/** The levels at which a scene's anomaly was seen; both languages have the same scenes. */
const anomalies = new Map<string, Set<Level>>()

beforeAll(async () => {
  lease = await acquireDatabase({ progress: progressBar() })
})
afterAll(() => lease[Symbol.asyncDispose]())

const pages = listPages().filter((page) => readScenes(page, 'en').length > 0)

describe.each(pages)('%s', (page) => {
  test('has the same scenes in both languages', () => {
    const [english, russian] = languages.map((language) =>
      readScenes(page, language).map((scene) => ({ ...scene, title: '' })),
    )
    expect(russian).toEqual(english)
  })

  describe.each(languages)('%s', (language) => {
    for (const scene of readScenes(page, language)) {
      test.each(scene.levels)(`${scene.name} shows what the page claims: %s`, async (level) => {
        const { view, waited } = await play(scene, level)
        expect(atOnce(resultsOf(view))).toEqual(atOnce(claimsOf(scene, level, view)))
        expect(guessesLeftOut(scene, view)).toEqual([])
        // A session that is said to wait was shown waiting, with the one that it waits for.
        const claimed = scene.steps.filter((_, index) =>
          resultsOf(view)[index]!.startsWith('waits'),
        )
        expect([...waited].toSorted()).toEqual(
          [...new Set(claimed.map(({ session }) => session))].toSorted(),
        )
      })
    }

    test('the table of anomalies is what the scenes showed', () => {
      const file = pageFile(page, language)
      const markdown = readFileSync(file, 'utf8')
      const fences = listFences(markdown).filter((fence) => fence.language === 'anomalies')
      if (fences.length === 0) return
      const table = readScenes(page, language)
        .filter(({ steps }) => steps.some(({ anomaly }) => anomaly))
        .map(({ name }) => `${name}: ${[...anomalies.get(name)!].join(', ')}`)
        .join('\n')
      if (update) {
        const codes = new Map(fences.map(({ line }) => [line, table]))
        writeFileSync(file, replaceFences(markdown, codes))
      } else expect(fences.map(({ code }) => code)).toEqual([table])
    })
  })
})

test('only scenes that can be played at every level are in a table of anomalies', () => {
  const partial = pages
    .flatMap((page) => readScenes(page, 'en'))
    .filter(({ steps, levels }) => steps.some(({ anomaly }) => anomaly) && levels.length < 4)
  expect(partial.map(({ name }) => name)).toEqual([])
})

// --- internal ---

async function play(scene: Scene, level: Level) {
  const { access, session } = lease
  const waited = new Set<string>()
  const schema = sessionSchema(access.practice, 'scene', session)
  const view = await playScene(access, schema, scene, level, ({ sessions }) => {
    for (const one of sessions) if (one.waitsFor.length > 0) waited.add(one.name)
  })
  const seen = scene.steps.some(
    ({ anomaly }, index) => anomaly && view.steps[index]!.result === anomaly,
  )
  const levels = anomalies.get(scene.name) ?? new Set()
  if (seen) levels.add(level)
  // In the order of the levels, whatever the order of the tests.
  anomalies.set(scene.name, new Set(isolationLevels.filter((one) => levels.has(one))))
  return { view, waited }
}

function resultsOf({ steps }: StageView): string[] {
  return steps.map(({ result }) => result!)
}

/** Until the server has found the deadlock, the statement that closed the cycle may have been seen waiting. */
function atOnce(results: readonly string[]): string[] {
  return results.map((result) => (result === 'waits, then error 1213' ? 'error 1213' : result))
}

/** What is claimed about each statement; if nothing is, that it succeeds. */
function claimsOf(scene: Scene, level: Level, view: StageView): string[] {
  return scene.steps.map(({ claims }, index) => {
    const own = claims.find((claim) => claim.level === level)
    const general = claims.find((claim) => claim.level === undefined)
    const well = view.steps[index]!.result === 'ok' ? 'ok' : 'ok, and nothing else is claimed'
    return (own ?? general)?.result ?? well
  })
}

/** A reader must be able to guess right. */
function guessesLeftOut(scene: Scene, view: StageView): string[] {
  return scene.steps.flatMap(({ sql, guesses }, index) => {
    const result = view.steps[index]!.result!
    const right = guesses.some((guess) => result === guess || result.startsWith(`${guess}, then `))
    return guesses.length === 0 || right ? [] : [`${sql}: ${result}`]
  })
}
