import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { buildSite } from '../testing/built-site.ts'
import { launchChromium } from '../testing/chromium.ts'

// `npm run lighthouse`: builds the site and measures some of its pages, as a phone and as a desktop. Exits 1 below 100.

/** Fetched by npm on demand: it is larger than everything a student needs. */
const tool = 'lighthouse@12.8.2'
const pages = ['/', '/04-ddl', '/ru/05-dml', '/cheatsheet']
const devices = { phone: [], desktop: ['--preset=desktop'] }
const port = 5963

/** What is read from Lighthouse's report, https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Report {
  categories: Record<
    string,
    { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }
  >
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>
}

await using site = await buildSite()
const browser = await launchChromium([`--remote-debugging-port=${port}`])
for (const link of pages) {
  for (const [device, options] of Object.entries(devices)) {
    const report = await measure(site.url + link, options)
    const categories = Object.values(report.categories)
    const scores = categories.map(({ title, score }) => `${title} ${percent(score)}`)
    console.log(`${link} (${device}): ${scores.join(', ')}`)
    for (const { auditRefs } of categories.filter(({ score }) => percent(score) < 100)) {
      process.exitCode = 1
      for (const { id } of auditRefs.filter(({ weight }) => weight > 0)) {
        const { score, displayValue, title } = report.audits[id]!
        if (percent(score) < 100) console.log(`  ${id}: ${displayValue ?? title}`)
      }
    }
  }
}
await browser.close()

// --- internal ---

/** Through the npm that runs this script, whatever it is called on this system. */
async function measure(url: string, options: string[]): Promise<Report> {
  const npm = [process.env.npm_execpath!, 'exec', '--yes', `--package=${tool}`, '--', 'lighthouse']
  const args = [url, `--port=${port}`, '--output=json', '--quiet', ...options]
  const { stdout } = await promisify(execFile)(process.execPath, [...npm, ...args], {
    maxBuffer: 100_000_000,
  })
  return JSON.parse(stdout) as Report
}

/** A score is null where there was nothing to judge. */
function percent(score: number | null): number {
  return Math.round((score ?? 1) * 100)
}
