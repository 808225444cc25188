import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { languages } from '../language/language.ts'
import { listLessons } from '../content/lessons.ts'
import { root } from '../paths.ts'
import { buildSite, sharedSite } from '../testing/built-site.ts'
import { weighPage } from '../testing/page-weight.ts'
import { launchChromium } from '../testing/chromium.ts'

test('a lesson brings at most a quarter more JavaScript and CSS than an empty page of VitePress', async () => {
  // Within the checkout, so that the same VitePress is found from there.
  const parent = path.join(root, '.workbook')
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(path.join(parent, 'empty-site-'))
  try {
    await writeFile(path.join(folder, 'index.md'), '# Empty\n')
    await using empty = await buildSite(folder)
    await using site = await sharedSite(inject('site'))
    const browser = await launchChromium()
    const limit = 1.25 * (await weighPage(browser, `${empty.url}/`))
    const pages = listLessons().flatMap((lesson) =>
      languages.map((language) => `${language === 'en' ? '' : `/${language}`}/${lesson.folder}`),
    )
    const weights: [string, number][] = []
    for (const page of pages) weights.push([page, await weighPage(browser, site.url + page)])
    await browser.close()
    expect(weights.length).toBeGreaterThan(0)
    expect(weights.filter(([, weight]) => weight > limit)).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
