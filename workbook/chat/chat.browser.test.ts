import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { nextLine } from '../bench/empty-spec.ts'
import { chatWords } from '../../docs/.vitepress/theme/chat/words.ts'
import { languages, type Language } from '../language/language.ts'
import { findExercise, pageLink } from '../content/lessons.ts'
import { exerciseText } from '../content/pages.ts'
import { launchChromium, watchForTrouble } from '../testing/chromium.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { lessonFiles, type LessonFiles } from '../testing/lesson-files.ts'

// The chat as a student meets it: the real `npm start`, the real server, the student's files growing one by one.

const markup = '<img src=x onerror="attacked = true">'

let checkout: Checkout
let lesson: LessonFiles
let browser: Browser
let page: Page
let trouble: string[]
let url: string

beforeAll(async () => {
  checkout = await copyCheckout({ server: true })
  lesson = lessonFiles(checkout, 'database')
  const session = checkout.start(['start', '--no-open', '--port', '5983'])
  url = (await nextLine(session, /ready: (http:\/\/\S+)/))[1]!
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await checkout?.[Symbol.asyncDispose]()
})
afterEach(() => page.close())

test('from stubs to the whole module, each part wakes up with its exercise', async () => {
  const say = chatWords.en
  await open('en')
  await asleep('.wb-chat-side', 'list-conversations')
  await lesson.solve('list-conversations')
  await conversation('Weekend in Kazan').click()
  await asleep('.wb-chat-log', 'get-history')
  await button(say.rename).click()
  await field(say.title).fill('Two days in Kazan')
  await page.keyboard.press('Enter')
  await asleep('header', 'conversation-changes')
  await lesson.solve('get-history')
  await message('The Kremlin, the Kaban lakes').waitFor()
  await field(say.message).fill('And in three days?')
  await page.keyboard.press('Enter')
  await asleep('footer', 'save-turn')
  await lesson.solve('save-turn')
  await page.locator('footer .wb-chat-asleep').waitFor({ state: 'detached' })
  await field(say.message).press('Enter')
  await message('And in three days?').waitFor()
  await searchBox().fill('kazan')
  await asleep('.wb-chat-side', 'search')
  await page.keyboard.press('Escape')
  await conversation('Weekend in Kazan').waitFor()
  await button(say.create).click()
  await asleep('.wb-chat-side', 'create-conversation')
  await lesson.solve('create-conversation')
  await page.locator('.wb-chat-side .wb-chat-asleep').waitFor({ state: 'detached' })
  await button(say.create).click()
  await asleep('footer', 'add-message')
  await asleepModule()
  await lesson.solve()
  await page.locator('.wb-chat-about', { hasText: '8-database.ts' }).waitFor()
  expect(await page.locator('.wb-chat-about a').count()).toBe(0)
  expect(trouble).toEqual([])
})

for (const language of languages) {
  const say = chatWords[language]

  test(`everything by keyboard: a conversation is created, searched, renamed, archived and deleted (${language})`, async () => {
    await lesson.solve()
    await open(language)
    await page.locator('.wb-chat-about', { hasText: '8-database.ts' }).waitFor()
    const rows = page.locator('.wb-chat-side nav li')
    await rows.first().waitFor()
    const before = await rows.count()
    await press(button(say.create))
    await page.keyboard.press('Enter')
    await page.locator('.wb-chat-log [data-sender="ai"]').waitFor()
    await expect.poll(() => rows.count()).toBe(before + 1)
    await field(say.message).fill(`${markup} ${language}`)
    await page.keyboard.press('Enter')
    await message(`${markup} ${language}`).waitFor()
    expect(await page.locator('.wb-chat-log li').count()).toBe(3)
    expect(await field(say.message).inputValue()).toBe('')
    expect(await page.locator('.wb-chat-log time').first().innerText()).toMatch(/20\d\d.+\d\d:\d\d/)

    await press(button(say.rename))
    await field(say.title).fill(`Rivers ${language}`)
    await page.keyboard.press('Enter')
    await page.locator('.wb-chat-main header h2', { hasText: `Rivers ${language}` }).waitFor()

    await searchBox().fill(`onerror="attacked = true"> ${language}`)
    await press(conversation(`Rivers ${language}`))
    await page.locator('.wb-chat-log mark').waitFor()
    expect(await page.locator('.wb-chat-side nav li').count()).toBe(1)
    await searchBox().press('Escape')

    await press(button(say.archive))
    await conversation(`Rivers ${language}`).waitFor({ state: 'detached' })
    expect(await focused()).toBe(`Rivers ${language}`)
    await press(button(say.archived))
    await press(conversation(`Rivers ${language}`))
    await message(`${markup} ${language}`).waitFor()

    await press(button(say.remove))
    await page.keyboard.press('Escape')
    await message(`${markup} ${language}`).waitFor()
    await press(button(say.remove))
    await press(page.locator('dialog[open] [type="submit"]'))
    await page.getByText(say.choose).waitFor()
    await conversation(`Rivers ${language}`).waitFor({ state: 'detached' })
    expect(await focused()).toBe(say.create)
    expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)
    expect(trouble).toEqual([])
  })

  test(`on a phone the list comes first, then the conversation, and back (${language})`, async () => {
    await lesson.solve()
    await open(language, 360)
    await press(conversation('First steps with SQL'))
    await page.locator('.wb-chat-side').waitFor({ state: 'hidden' })
    await message('What is a primary key?').waitFor()
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
    await press(page.locator('.wb-chat-back'))
    expect(await focused()).toContain('First steps')
    expect(trouble).toEqual([])
  })
}

test("an error in the student's code is shown with its line; a syntax error and a loop leave the page in one piece", async () => {
  await lesson.solve()
  await open('en')
  await conversation('First steps with SQL').click()
  await message('What is a primary key?').waitFor()
  await lesson.write(
    'get-history',
    `throw Object.assign(new Error('${markup}'), { code: 'ER_ODD' })`,
  )
  const shown = page.locator('.wb-chat-log .wb-chat-trouble')
  await shown.getByText(markup).waitFor()
  expect(await shown.innerText()).toMatch(
    /^Your code threw an error\.\s+ER_ODD: <img[^]+3-get-history\.ts, line \d+/,
  )
  expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false)

  await lesson.save('database', 'export const {\n')
  await page.locator('.wb-chat > .wb-chat-trouble', { hasText: '8-database.ts' }).waitFor()
  await lesson.solve('database', 'get-history')
  await message('What is a primary key?').waitFor()

  await lesson.write('list-conversations', 'while (true) {}')
  await page.getByText(chatWords.en.problem['timed-out']).first().waitFor()
  await lesson.solve('list-conversations')
  await conversation('Weekend in Kazan').waitFor()
  expect(trouble).toEqual([])
})

// --- internal ---

async function open(language: Language, width = 1280): Promise<void> {
  page = await browser.newPage({ viewport: { width, height: 900 } })
  trouble = watchForTrouble(page)
  await page.goto(new URL(language === 'en' ? 'chat' : `${language}/chat`, url).href)
  await page.locator('.wb-chat').waitFor()
}

/** The part names the exercise and links to it. */
async function asleep(part: string, name: string): Promise<void> {
  const exercise = findExercise(`database/${name}`)
  const link = page.locator(`.wb-chat ${part} .wb-chat-asleep a`)
  await link.and(page.locator(`[href$="${pageLink(exercise, 'en')}"]`)).waitFor()
  expect(await link.innerText()).toBe(exerciseText(exercise, 'en').title.replaceAll('`', ''))
}

/** Until the module is put together, the page says that it calls the functions one by one. */
async function asleepModule(): Promise<void> {
  const link = pageLink(findExercise('database/database'), 'en')
  await page.locator(`.wb-chat-about a[href$="${link}"]`).waitFor()
}

function button(name: string): Locator {
  return page.locator('.wb-chat').getByRole('button', { name, exact: true })
}

function field(name: string): Locator {
  return page.locator('.wb-chat').getByRole('textbox', { name, exact: true })
}

function searchBox(): Locator {
  return page.locator('.wb-chat').getByRole('searchbox')
}

function conversation(title: string): Locator {
  return page.locator('.wb-chat-side nav button', { hasText: title })
}

function message(text: string): Locator {
  return page.locator('.wb-chat-log .wb-chat-text', { hasText: text })
}

async function press(target: Locator): Promise<void> {
  await target.focus()
  await page.keyboard.press('Enter')
}

function focused(): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.textContent)
}
