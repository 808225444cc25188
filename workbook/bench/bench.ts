import os from 'node:os'
import { parseArgs } from 'node:util'
import { renderTable } from '../terminal/table.ts'
import { copyCheckout, type Checkout } from '../testing/checkout.ts'
import { checkOne } from './check.ts'
import { classAtOnce, classOnAll } from './class.ts'
import { lightCommands, runByHand } from './doors.ts'
import { isMet, median, percentile, resultOf, score, type Figure } from './figure.ts'
import { firstStart } from './first-start.ts'
import { growth } from './growth.ts'
import { keep } from './keep.ts'
import { memoryOfSession } from './memory.ts'
import { drawnOnPage } from './page.ts'
import { saveToVerdict } from './save.ts'
import { allSpecs } from './specs.ts'
import { warmStart } from './start.ts'

// `npm run bench [-- --json] [-- --only NAME] [-- --keep]`: how fast the workbook is, each figure beside a yardstick from the same run.
// `--keep` writes them into last.md; `--students N` sets how many of a class work on everything at once. A page's weight on a slow phone is `npm run lighthouse`.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    only: { type: 'string' },
    keep: { type: 'boolean' },
    students: { type: 'string', default: '10' },
  },
})

const measures = {
  save: saveToVerdict,
  check: checkOne,
  doors: lightCommands,
  tsx: runByHand,
  specs: allSpecs,
  start: warmStart,
  first: firstStart,
  memory: memoryOfSession,
  page: drawnOnPage,
  growth,
  class: classAtOnce,
  'class-all': (checkout) => classOnAll(checkout, Number(values.students)),
} satisfies Record<string, (checkout: Checkout) => Promise<Figure[]>>

if (values.only && !Object.hasOwn(measures, values.only))
  throw new Error(`--only wants one of ${Object.keys(measures).join(', ')}.`)
const figures: Figure[] = []
const missing: { what: string; reason: string }[] = []

await using checkout = await copyCheckout({ server: true })
for (const [name, measure] of Object.entries(measures)) {
  if (values.only && values.only !== name) continue
  try {
    const [load] = os.loadavg()
    const taken = await measure(checkout)
    figures.push(...taken)
    if (values.keep) keep(name, taken, load!)
  } catch (error) {
    missing.push({ what: name, reason: (error as Error).message })
  }
}
const scored = figures.map((figure) => ({
  ...figure,
  median: median(figure.values),
  p95: percentile(figure.values, 95),
  score: score(figure),
  met: isMet(figure),
}))
if (values.json) console.log(JSON.stringify({ figures: scored, missing }, null, 2))
else {
  console.log(renderTable(figures.map(row)))
  for (const { note, what } of figures) console.log(`${what}: ${note}`)
  for (const { what, reason } of missing) console.log(`Not measured: ${what} (${reason})`)
}
process.exitCode = missing.length > 0 ? 3 : 0

// --- internal ---

function row(figure: Figure) {
  const { what, yardstick, values, base, unit } = figure
  return {
    figure: what,
    median: `${Math.round(median(values))} ${unit}`,
    p95: values.length > 1 ? `${Math.round(percentile(values, 95))} ${unit}` : '',
    yardstick: yardstick ? `${Math.round(median(base))} ${unit}  (${yardstick})` : '',
    result: resultOf(figure),
    met: isMet(figure) ? 'yes' : 'NO',
  }
}
