import lighthouse, { desktopConfig } from 'lighthouse'
import { buildSite } from '../testing/built-site.ts'
import { launchChromium } from './chromium.ts'

// `npm run lighthouse`: builds the site and measures some of its pages, as a phone and as a desktop. Exits 1 below 100.

const pages = ['/', '/04-ddl', '/ru/05-dml', '/cheatsheet']
const devices = { phone: undefined, desktop: desktopConfig }

await using site = await buildSite()
const port = 5963
const browser = await launchChromium([`--remote-debugging-port=${port}`])
for (const link of pages) {
  for (const [device, config] of Object.entries(devices)) {
    const result = await lighthouse(site.url + link, { port, logLevel: 'error' }, config)
    const { categories, audits } = result!.lhr
    const scores = Object.values(categories).map(({ title, score }) => `${title} ${percent(score)}`)
    console.log(`${link} (${device}): ${scores.join(', ')}`)
    for (const category of Object.values(categories).filter(({ score }) => percent(score) < 100)) {
      process.exitCode = 1
      const lacking = category.auditRefs.filter(
        ({ id, weight }) => weight > 0 && percent(audits[id]!.score) < 100,
      )
      for (const { id } of lacking)
        console.log(`  ${id}: ${audits[id]!.displayValue ?? audits[id]!.title}`)
    }
  }
}
await browser.close()

// --- internal ---

/** A score is null where nothing was to be judged. */
function percent(score: number | null): number {
  return Math.round((score ?? 1) * 100)
}
