import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { renderTable } from '../terminal/table.ts'
import { copyCheckout } from '../testing/checkout.ts'
import { isMet, score, type Figure } from './figure.ts'
import { allSolutions, checkOne, firstStart, idleMemory, saveToVerdict } from './measures.ts'
import { rawStart } from './raw-start.ts'

// `npm run bench [-- --json] [-- --only NAME]`: how fast the workbook is, each figure beside its yardstick from this run.

const measures = {
  save: async (checkout) => [await saveToVerdict(checkout)],
  check: checkOne,
  all: async (checkout) => [await allSolutions(checkout)],
  memory: async (checkout) => [await idleMemory(checkout)],
  start: async (checkout) => {
    if (!existsSync('/usr/bin/apt-get')) throw new Error('the yardstick needs apt')
    return [await firstStart(checkout, rawStart)]
  },
} satisfies Record<
  string,
  (checkout: Awaited<ReturnType<typeof copyCheckout>>) => Promise<Figure[]>
>

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })
if (values.only && !Object.hasOwn(measures, values.only))
  throw new Error(`--only wants one of ${Object.keys(measures).join(', ')}.`)
const figures: Figure[] = []
const missing: { what: string; reason: string }[] = []

await using checkout = await copyCheckout({ server: true })
for (const [name, measure] of Object.entries(measures)) {
  if (values.only && values.only !== name) continue
  try {
    figures.push(...(await measure(checkout)))
  } catch (error) {
    missing.push({ what: name, reason: (error as Error).message.split('\n')[0]! })
  }
}
if (values.json) console.log(JSON.stringify({ figures, missing }, null, 2))
else {
  console.log(renderTable(figures.map(row)))
  for (const { note, what } of figures) console.log(`${what}: ${note}`)
  for (const { what, reason } of missing) console.log(`Not measured: ${what} (${reason})`)
}
process.exitCode = missing.length > 0 ? 3 : 0

// --- internal ---

function row(figure: Figure) {
  const { what, yardstick, value, base, unit, goal } = figure
  const forms = {
    ratio: `× ${score(figure).toFixed(2)}, goal ≤ ${goal.limit}`,
    'times-faster': `${score(figure).toFixed(0)} times faster, goal ≥ ${goal.limit}`,
    extra: `+ ${score(figure).toFixed(0)} ${unit}, goal ≤ + ${goal.limit}`,
    'at-most': `goal ≤ ${goal.limit} ${unit}`,
  }
  const held = yardstick ? `${Math.round(base)} ${unit}  (${yardstick})` : ''
  return {
    figure: what,
    median: `${Math.round(value)} ${unit}`,
    yardstick: held,
    result: forms[goal.kind],
    met: isMet(figure) ? 'yes' : 'NO',
  }
}
