import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../paths.ts'
import { replaceFile } from '../system/write-file.ts'
import { isMet, median, percentile, resultOf, type Figure } from './figure.ts'

const file = path.join(root, 'workbook', 'bench', 'last.md')

/** Writes the figures of a measure into last.md, replacing the earlier ones. */
export function keep(name: string, figures: readonly Figure[], load: number): void {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : heading
  const part = new RegExp(`## ${name}\\n[^]*?(?=\\n## |$(?![^]))`)
  const text = `## ${name}\n\n${circumstances(load)}\n\n${table(figures)}\n`
  replaceFile(file, part.test(old) ? old.replace(part, () => text) : `${old}\n${text}`)
}

// --- internal ---

const heading = `# The last bench

\`npm run bench -- --keep\` writes this file. Figures of one table come from one run, in turns with their yardsticks.
Compare the results, not the milliseconds: on a machine with other work to do both sides are slower.
`

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
