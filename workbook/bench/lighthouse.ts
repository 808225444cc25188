import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { languages, type Language } from '../language/language.ts'
import { docsFolder } from '../paths.ts'
import { buildSite } from '../testing/built-site.ts'
import { launchChromium } from '../testing/chromium.ts'
import { median } from './figure.ts'

// `npm run lighthouse [-- PAGES] [--device phone|desktop] [--runs N]`: builds the site and measures its pages, all of them unless
// some are named (`/ru/05-dml`). Of three runs the median counts. Exits 1 where speed is below 98, or anything else below 100.

/** Fetched by npm on demand: it is larger than everything a student needs. */
const tool = 'lighthouse@12.8.2'
const flags = { phone: [], desktop: ['--preset=desktop'] } as const
const port = 5963

/** What is read from Lighthouse's report, https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Report {
  categories: Record<
    string,
    { title: string; score: number | null; auditRefs: { id: string; weight: number }[] }
  >
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { device: { type: 'string' }, runs: { type: 'string', default: '3' } },
})
const pages = positionals.length > 0 ? positionals : languages.flatMap(pagesOf)
const devices = (['phone', 'desktop'] as const).filter((one) => one === (values.device ?? one))
await using site = await buildSite()
const browser = await launchChromium([`--remote-debugging-port=${port}`])
for (const link of pages) {
  for (const device of devices) {
    const reports: Report[] = []
    for (let run = 0; run < Number(values.runs); run++)
      reports.push(await measure(site.url + link, flags[device]))
    const scores = Object.entries(reports[0]!.categories).map(([id, { title }]) => {
      const all = reports.map(({ categories }) => percent(categories[id]!.score))
      const score = median(all)
      const isTooLow = score < (id === 'performance' ? 98 : 100)
      return { id, isTooLow, told: `${title} ${score} (${all.join(', ')})` }
    })
    console.log(`${link} (${device}): ${scores.map(({ told }) => told).join('; ')}`)
    for (const { id } of scores.filter(({ isTooLow }) => isTooLow)) {
      process.exitCode = 1
      const { categories, audits } = reports.at(-1)!
      for (const { id: audit } of categories[id]!.auditRefs.filter(({ weight }) => weight > 0)) {
        const { score, displayValue, title } = audits[audit]!
        if (percent(score) < 100) console.log(`  ${audit}: ${displayValue ?? title}`)
      }
    }
  }
}
await browser.close()

// --- internal ---

function pagesOf(language: Language): string[] {
  const folder = language === 'en' ? docsFolder : path.join(docsFolder, language)
  const above = language === 'en' ? '/' : `/${language}/`
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  return names.map((name) => above + name.replace(/\.md$/, '').replace(/^index$/, ''))
}

/** Through the npm that runs this script, whatever it is called on this system. */
async function measure(url: string, options: readonly string[]): Promise<Report> {
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
