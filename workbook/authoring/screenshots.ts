import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { nextLine } from '../bench/empty-spec.ts'
import { languages } from '../language/language.ts'
import { findExercise, pageLink } from '../content/lessons.ts'
import { docsFolder } from '../paths.ts'
import { copyCheckout } from '../testing/checkout.ts'
import { launchChromium } from '../testing/chromium.ts'

// `npm run screenshots`: README's pictures, taken from the real page after a real wrong answer, in both languages.

const exercise = findExercise('ddl/create-tables')
const wrong = await readFile(path.join(exercise.mistakes, 'no-cascade.ts'), 'utf8')

await using checkout = await copyCheckout({ server: true })
const session = checkout.start(['start', '--no-open', '--port', '5783'])
const [, url] = await nextLine(session, /ready: (http:\/\/\S+)/)
const browser = await launchChromium()
await writeFile(checkout.at(exercise.file), wrong)
for (const language of languages) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(new URL(pageLink(exercise, language), url).href)
  const panel = page.locator(`.wb-exercise[aria-labelledby="${exercise.name}"]`)
  await panel.and(page.locator('[data-state="failed"]')).waitFor()
  await panel.locator('.wb-known').waitFor()
  await panel.locator('[data-status="failed"]').first().scrollIntoViewIfNeeded()
  await page.evaluate(() => scrollBy(0, 180))
  const name = language === 'en' ? 'workbook.png' : `workbook.${language}.png`
  await page.screenshot({ path: path.join(docsFolder, 'public', name) })
}
await browser.close()
