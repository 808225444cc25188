import type { Browser, Locator, Page } from 'playwright-core'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { nextLine } from '../bench/empty-spec.ts'
import { findExercise, pageLink } from '../content/lessons.ts'
import { readRecordings, type Recorded } from '../content/recordings.ts'
import { solutionOf } from '../content/stubs.ts'
import { languages, type Language } from '../language/language.ts'
import { copyCheckout } from '../testing/checkout.ts'

/**
 * Plays the run that a page's `recording` fence names, on the real page of a real `npm start`: the untouched exercise, a
 * wrong answer, the right one. What comes back is the panel's own HTML at each step, so it is sharp on every screen, in
 * both themes, and weighs as little as text does.
 * @param port a free one
 * @param whenNamed is shown the whole page when the mistake is named, in each language
 */
export async function recordRun(
  browser: Browser,
  port: number,
  whenNamed: (page: Page, language: Language) => Promise<void> = async () => {},
): Promise<Record<Language, Recorded>> {
  const { exercise: id, mistake } = readRecordings('index', 'en')[0]!
  const exercise = findExercise(id)
  await using checkout = await copyCheckout({ server: true })
  const session = checkout.start(['start', '--no-open', '--port', String(port)], {
    // The same data each time.
    env: { WORKBOOK_SEED: '8' },
  })
  const [, url] = await nextLine(session, /ready: (http:\/\/\S+)/)
  const save = (answer: string) => writeFile(checkout.at(exercise.file), answer)
  const open = async (language: Language) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(new URL(pageLink(exercise, language), url).href)
    const panel = page.locator(`.wb-exercise[aria-labelledby="${exercise.name}"]`)
    await panel.locator('.wb-state').waitFor()
    return { language, page, panel }
  }
  const views = await Promise.all(languages.map(open))
  const each = async (read: (view: (typeof views)[number]) => Promise<Partial<Recorded>>) => {
    for (const view of views) Object.assign(frames[view.language], await read(view))
  }
  const frames: Record<Language, Partial<Recorded>> = { en: {}, ru: {} }

  const wrong = await readFile(
    path.join(exercise.mistakes, `${mistake}.${exercise.language}`),
    'utf8',
  )
  await each(async ({ panel }) => ({ wrong, written: await frameOf(panel) }))
  await save(wrong)
  await each(async ({ language, page, panel }) => {
    await panel.and(page.locator('[data-state="failed"]')).waitFor()
    await panel.locator('.wb-known').waitFor()
    await whenNamed(page, language)
    const statements = panel.locator('.wb-evidence:has(.wb-statements)')
    await statements.waitFor()
    const named = await frameOf(panel)
    await statements.locator('> summary').click()
    return { named, sent: await frameOf(panel, '.wb-evidence:has(.wb-statements)') }
  })
  await save(solutionOf(exercise))
  await each(async ({ page, panel }) => {
    const unsolved = page.locator('.wb-mark:not([data-status="passed"])')
    await panel.and(page.locator('[data-state="passed"]')).filter({ hasNot: unsolved }).waitFor()
    return { solved: await frameOf(panel) }
  })
  for (const { page } of views) await page.close()
  return frames as Record<Language, Recorded>
}

// --- internal ---

/** What a picture of the panel leaves out: what can only be pressed, and what differs from run to run. */
const leftOut =
  '.header-anchor, .wb-needs, .wb-file, .wb-kept, .wb-note, .wb-actions, .wb-fold, .wb-exercise > p, script'
/** They would be said, found or focused twice. */
const attributesLeftOut = /^(?:id|role|href|tabindex|data-exercise|aria-.*)$/

/** @param until the last thing in the frame, as when the page is scrolled to it */
function frameOf(panel: Locator, until?: string): Promise<string> {
  return panel.evaluate(
    (section, { leftOut, attributes, until }) => {
      const copy = section.cloneNode(true) as Element
      const end = until === undefined ? undefined : copy.querySelector(until)
      for (let one = end; one && one !== copy; one = one.parentElement)
        while (one.nextSibling) one.nextSibling.remove()
      for (const one of copy.querySelectorAll(leftOut)) one.remove()
      for (const one of [copy, ...copy.querySelectorAll('*')])
        for (const name of one.getAttributeNames())
          if (new RegExp(attributes).test(name)) one.removeAttribute(name)
      // The name of the session that recorded it says nothing.
      return copy.outerHTML
        .replaceAll(/<!--[^]*?-->/g, '')
        .replaceAll(/\b(ai_chat_db\w*?)__\w+/g, '$1')
    },
    { leftOut, attributes: attributesLeftOut.source, until },
  )
}
