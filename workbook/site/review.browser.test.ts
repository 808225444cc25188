import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findExercise, listExercises, listLessons } from '../content/lessons.ts'
import { exerciseText } from '../content/pages.ts'
import type { ExerciseProgress, Progress } from '../progress/types.ts'
import { findBarriers } from '../testing/accessibility.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { startSite, type Site } from './site.ts'

// What a lesson ends with: questions and an exercise of the lessons before it, chosen by what was hard.

const passed: ExerciseProgress = {
  status: 'passed',
  attempts: 1,
  hintsShown: 0,
  solutionAsked: false,
}
const harder = { ...passed, attempts: 3 }
const drill = 'shell/look-first'
const progress: Progress = {
  exercises: {
    ...Object.fromEntries(listExercises().map(({ id }) => [id, passed])),
    'concepts/read-a-row': harder,
    // Harder still, but not a drill.
    'setup/load-config': { ...harder, hintsShown: 3 },
    [drill]: harder,
  },
}
const [first, ...later] = listLessons()
const shell = later.find(({ id }) => id === 'shell')!

let browser: Browser
let site: Site
let page: Page
let trouble: string[]
let remembered: Progress

beforeAll(async () => {
  ;[browser, site] = await Promise.all([launchChromium(), startSite({ port: 5683 })])
  site.onHello(() => ({ verdicts: [], progress: remembered }))
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  remembered = progress
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  trouble = watchForTrouble(page)
})
afterEach(() => page.close())

for (const { folder, number } of later) {
  test(`${folder} ends with three questions and one exercise of earlier lessons`, async () => {
    await page.goto(`${site.url}${folder}`)
    await review().locator('.wb-quiz').nth(2).waitFor()
    const from = await review()
      .locator('.wb-quiz')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-describedby')!))
    expect(from).toHaveLength(3)
    for (const id of from) expect(Number(/^review-(\d\d)-/.exec(id)![1])).toBeLessThan(number)
    const hardest =
      number > shell.number ? drill : number > 2 ? 'setup/load-config' : 'concepts/read-a-row'
    const title = exerciseText(findExercise(hardest), 'en').title.replaceAll('`', '')
    await review().getByRole('link', { name: title, exact: true }).waitFor()
    await review().getByText(`npm run reset -- ${hardest}`).waitFor()
    expect(trouble).toEqual([])
  })
}

test('the questions come from the lessons that took most, and can be answered there', async () => {
  await page.goto(`${site.url}ru/${shell.folder}`)
  const quiz = review().locator('.wb-quiz').first()
  await quiz.waitFor()
  expect(await quiz.getAttribute('aria-describedby')).toMatch(/^review-02-setup-/)
  await review().getByText('уроков, которые дались вам труднее всего').waitFor()
  for (const box of await quiz.locator('label[data-worth="right"] input').all()) await box.check()
  await quiz.getByRole('button', { name: 'Ответить' }).click()
  await quiz.getByText('Верно.', { exact: true }).waitFor()
  const own = page.locator('.wb-quiz[aria-describedby="quiz-1"]')
  expect(await own.locator('input:checked').count()).toBe(0)
  expect(await findBarriers(page)).toEqual([])
})

test('nothing is asked before anything was tried, nor in the first lesson', async () => {
  for (const [{ folder }, known] of [
    [first!, progress],
    [shell, { exercises: {} }],
  ] as const) {
    remembered = known
    await page.goto(`${site.url}${folder}`)
    await page.locator('[data-action="check"]:enabled').first().waitFor()
    expect(await review().count()).toBe(0)
  }
})

test('J passes a challenge by', async () => {
  const lesson = listLessons().find(({ id }) => id === 'ddl')!
  const challenge = lesson.exercises.at(-1)!
  const { mark } = exerciseText(challenge, 'en')
  expect(mark).toBe('challenge')
  await page.goto(`${site.url}${lesson.folder}`)
  await page.locator(`h3[id="${lesson.exercises.at(-2)!.name}"]`).focus()
  await page.keyboard.press('j')
  await page.waitForURL((url) => url.pathname.endsWith('05-dml'))
})

function review() {
  return page.locator('.wb-review')
}
