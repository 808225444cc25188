import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { drawMap, faultsOf, listSteps, type Step } from '../workbook/content/ideas.ts'
import { languages } from '../workbook/language/language.ts'
import { listExercises, listLessons, pageFile } from '../workbook/content/lessons.ts'
import { root } from '../workbook/paths.ts'

// One new idea at a time: what an exercise needs was taught before it. The pages say which.

for (const language of languages) {
  test(`no exercise needs what is not taught before it (${language})`, () => {
    expect(faultsOf(listSteps(language), language)).toEqual([])
  })
}

test('the pages of both languages teach and need the same', () => {
  const [english, russian] = languages.map((language) => listSteps(language).map(asLine))
  expect(russian).toEqual(english)
})

test('every lesson says at its head what it is for', () => {
  const silent = listLessons().flatMap(({ folder }) =>
    languages
      .map((language) => pageFile(folder, language))
      .filter((file) => !/^---\n(?:.+\n)*able: '.+'\n/.test(readFileSync(file, 'utf8'))),
  )
  expect(silent, "write able: '…' between the --- at its top").toEqual([])
})

test('a need that comes too early is refused, with its line and what to do', () => {
  const planted = listSteps('en').map((step) =>
    'exercise' in step && step.id === 'concepts/first-query'
      ? { ...step, exercise: { ...step.exercise, needs: ['row-type', 'nowhere'] } }
      : step,
  )
  const [forward, unknown] = faultsOf(planted, 'en')
  expect(forward).toMatch(
    /^docs\/01-concepts\.md:\d+: first-query needs "row-type", .*07-cursor#pair/,
  )
  expect(unknown).toMatch(/first-query names the idea "nowhere", which no section teaches/)
})

test('too many ideas at once, one added twice, one practised once: all are refused', () => {
  const planted = listSteps('en').map((step) => {
    if (!('exercise' in step) || step.id !== 'concepts/read-a-row') return step
    return {
      ...step,
      exercise: { ...step.exercise, minutes: undefined, adds: ['select', 'where', 'placeholder'] },
    }
  })
  const faults = faultsOf(planted, 'en').join('\n')
  expect(faults).toMatch(/read-a-row says no minutes/)
  expect(faults).toMatch(/read-a-row adds 3 ideas \(select, where, placeholder\)/)
  expect(faults).toMatch(/adds "select", which first-query has added/)
  const lonely = planted.filter((step) => !('id' in step) || step.id === 'concepts/first-query')
  expect(faultsOf(lonely, 'en').join('\n')).toMatch(/teaches "table", which is practised once/)
})

test('a mistake of an idea that nobody teaches is refused', () => {
  const planted = listSteps('en').map((step) => {
    if (!('exercise' in step) || step.id !== 'concepts/read-a-row') return step
    const mistakes = step.exercise.mistakes.map((mistake) => ({ ...mistake, idea: 'nowhere' }))
    return { ...step, exercise: { ...step.exercise, mistakes } }
  })
  expect(faultsOf(planted, 'en')[0]).toMatch(
    /read-a-row has the mistake rows-not-row, which names the idea "nowhere"/,
  )
})

test('the mistakes of both languages name the same ideas', () => {
  const [english, russian] = languages.map((language) =>
    listSteps(language).flatMap((step) =>
      'exercise' in step ? step.exercise.mistakes.map(({ id, idea }) => [step.id, id, idea]) : [],
    ),
  )
  expect(russian).toEqual(english)
})

test('the compiler judges types only where row types have been taught', () => {
  const exercises = listExercises()
  const taught = listSteps('en').find(
    (step) => 'exercise' in step && step.exercise.adds.includes('row-type'),
  )
  const first = exercises.findIndex(({ id }) => taught && 'id' in taught && id === taught.id)
  expect(first).toBeGreaterThan(0)
  expect(existsSync(exercises[first]!.types)).toBe(true)
  expect(exercises.slice(0, first).filter(({ types }) => existsSync(types))).toEqual([])
})

test('CONTRIBUTING shows the map of the ideas as the pages draw it', () => {
  const file = path.join(root, 'CONTRIBUTING.md')
  const text = readFileSync(file, 'utf8')
  const drawn = text.replace(
    place,
    (_, before, after) => `${before}\n${drawMap(listSteps('en'))}\n\n${after}`,
  )
  if (process.env.UPDATE_PAGES) writeFileSync(file, drawn)
  else expect(plain(text), '`npm test -- -u` draws it anew').toBe(plain(drawn))
  expect(text).toMatch(place)
})

// --- internal ---

const place = /(<!-- the map of the ideas -->\n)[^]*?(<!-- its end -->)/

/** Without the padding that oxfmt gives a table. */
function plain(text: string): string {
  return text.replaceAll(/ +(?=\|)|(?<=\|) +|-{3,}/g, '')
}

function asLine(step: Step): unknown {
  if ('section' in step) return [step.page, step.section.id, step.section.teaches]
  const { mark, minutes, needs, adds } = step.exercise
  return [step.id, mark, minutes, needs, adds]
}
