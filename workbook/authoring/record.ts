import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { recordedFile } from '../content/recordings.ts'
import { languages } from '../language/language.ts'
import { docsFolder } from '../paths.ts'
import { launchChromium } from '../testing/chromium.ts'
import { recordRun } from './recording.ts'

// `npm run record`: one real run of an exercise, for the home page step by step, and for README as a picture, in both
// languages.

const browser = await launchChromium()
const recorded = await recordRun(browser, 5783, async (page, language) => {
  await page.locator('[data-status="failed"]').first().scrollIntoViewIfNeeded()
  await page.evaluate(() => scrollBy(0, 180))
  const name = language === 'en' ? 'workbook.png' : `workbook.${language}.png`
  await page.screenshot({ path: path.join(docsFolder, 'public', name) })
})
await browser.close()
for (const language of languages)
  await writeFile(recordedFile(language), `${JSON.stringify(recorded[language], null, 2)}\n`)
