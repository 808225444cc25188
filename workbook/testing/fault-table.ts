import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeEach, expect, type RunnerTestCase, type RunnerTestSuite } from 'vitest'
import { en } from '../language/en.ts'
import type { MessageKey } from '../language/language.ts'
import { root } from '../paths.ts'

/**
 * For tests that are rows of test/faults.md, one section per file: `const tells = faultTable()`, and in each test of a
 * fault `tells(…)` with its result. A row that is missing, differs or has no test any more fails;
 * `vitest run --project workbook FILE -u` writes the section again.
 */
export function faultTable(): (seen: string) => void {
  const rows = new Map<string, string>()
  let file = ''
  let tests: RunnerTestCase[] = []
  beforeEach(({ task }) => {
    tests = testsIn(task.file)
  })
  afterAll(() => {
    if (!file) return
    const page = readFileSync(table, 'utf8')
    const told = sectionOf(page, file)
    // What a test says that has not run to its end this time stays as it is.
    const all = tests.flatMap(({ fullTestName, result }) => {
      const name = cellOf(fullTestName)
      const seen = rows.get(name) ?? (result?.state === 'pass' ? undefined : told.get(name))
      return seen === undefined ? [] : [[name, seen] as const]
    })
    if (update) writeFileSync(table, withSection(page, file, new Map(all)))
    else expect([...told.keys()].toSorted()).toEqual(all.map(([name]) => name).toSorted())
  })
  return (seen) => {
    const { currentTestName, testPath } = expect.getState()
    file = path.relative(root, testPath!).replaceAll(path.sep, '/')
    rows.set(cellOf(currentTestName!), cellOf(seen))
    if (update) return
    const told = sectionOf(readFileSync(table, 'utf8'), file).get(cellOf(currentTestName!))
    expect(told, `the row of test/faults.md; -u writes it`).toBe(cellOf(seen))
  }
}

/** What a student reads about a finding, with the values filled in. */
export function sentence(key: MessageKey): string {
  return String(en[key])
}

// --- internal ---

const table = path.join(root, 'test', 'faults.md')
const update = Boolean(process.env.UPDATE_PAGES)

function testsIn({ tasks }: RunnerTestSuite): RunnerTestCase[] {
  return tasks.flatMap((task) => (task.type === 'test' ? [task] : testsIn(task)))
}

/** One line; a bar would end the cell. */
function cellOf(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('|', '∣').trim()
}

function sectionOf(page: string, file: string): Map<string, string> {
  const section = page.split(/^## /m).find((one) => one.startsWith(`\`${file}\`\n`)) ?? ''
  const cells = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return new Map(cells.map(([, fault, seen]) => [fault!, seen!]))
}

function withSection(page: string, file: string, rows: Map<string, string>): string {
  const all = [['Fault or attack', 'What happens'], ...rows]
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]!.length)))
  const line = (cells: string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!, fill)).join(' | ')} |`
  const lines = [line(all[0]!), line(['', ''], '-'), ...all.slice(1).map((row) => line(row))]
  const section = `\`${file}\`\n\n${lines.join('\n')}\n`
  const [head, ...sections] = page.trimEnd().split(/\n+^## /m)
  const others = sections.filter((one) => !one.startsWith(`\`${file}\`\n`))
  const sorted = [...others, section].map((one) => one.trim()).toSorted()
  return `${[head, ...sorted].join('\n\n## ')}\n`
}
