import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../paths.ts'
import { replaceFile } from '../system/write-file.ts'
import { isMet, median, percentile, resultOf, score, type Figure } from './figure.ts'

const folder = path.join(root, 'workbook', 'bench')
const file = path.join(folder, 'last.md')
const historyFile = path.join(folder, 'history.json')

/** Writes the figures of a measure into last.md, replacing the earlier ones, with a plot over the commits that were measured. */
export function keep(name: string, figures: readonly Figure[], load: number): void {
  const history = remember(figures)
  const old = existsSync(file) ? readFileSync(file, 'utf8') : heading
  const part = new RegExp(`## ${name}\\n[^]*?(?=\\n## |$(?![^]))`)
  const plots = figures.map(({ what, goal }) => plot(what, goal.limit, history[what]!))
  const text = [`## ${name}`, circumstances(load), table(figures), ...plots]
    .filter(Boolean)
    .join('\n\n')
  replaceFile(file, part.test(old) ? old.replace(part, () => `${text}\n`) : `${old}\n${text}\n`)
}

// --- internal ---

/** For each figure its scores, oldest first, each with the commit that was measured. */
type History = Record<string, [commit: string, score: number][]>

const heading = `# The last bench

\`npm run bench -- --keep\` writes this file. Figures of one table come from one run, in turns with their yardsticks.
Compare the results, not the milliseconds: on a machine with other work to do both sides are slower.
`

/** Commits in a plot; more would not be legible. */
const shown = 12

function remember(figures: readonly Figure[]): History {
  const commit = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: root })
    .toString()
    .trim()
  const history = JSON.parse(readFileSync(historyFile, 'utf8')) as History
  for (const figure of figures) {
    const earlier = (history[figure.what] ?? []).filter(([other]) => other !== commit)
    history[figure.what] = [...earlier, [commit, Number(score(figure).toFixed(2))]]
  }
  replaceFile(historyFile, `${JSON.stringify(history, null, 2)}\n`)
  return history
}

/** A chart as GitHub draws it: the scores, and the goal as a line. Nothing while there is only one commit. */
function plot(what: string, goal: number, entries: History[string]): string {
  const last = entries.slice(-shown)
  if (last.length < 2) return ''
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${what}: over the commits, and the goal"`,
    `  x-axis [${last.map(([commit]) => `"${commit}"`).join(', ')}]`,
    `  line [${last.map(([, value]) => value).join(', ')}]`,
    `  line [${last.map(() => goal).join(', ')}]`,
    '```',
  ].join('\n')
}

function circumstances(load: number): string {
  const system = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[process.platform as string]
  const gigabytes = Math.round(os.totalmem() / 2 ** 30)
  const machine = `${system}, ${os.cpus().length} processors, ${gigabytes} GB, Node.js ${process.versions.node}`
  return `${machine}; load when it began: ${load.toFixed(1)}.`
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, yardstick, values, base, unit, note } = figure
    const both = [median(values), percentile(values, 95)].map(Math.round).join(' / ')
    const held = yardstick ? `${Math.round(median(base))} ${unit}: ${yardstick}` : ''
    return [what, `${both} ${unit}`, held, resultOf(figure), isMet(figure) ? 'yes' : 'no', note]
  })
  const heads = ['figure', 'median / p95', 'yardstick', 'result', 'met', 'how']
  const lines = [heads, heads.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
