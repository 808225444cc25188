import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as support from '../../test/support/index.ts'
import { answerBench } from '../testing/check-answer.ts'
import { loadsAhead } from './loaded-ahead.ts'

const bench = answerBench()

test('what judges is one file: it lays down all that specs import, and exports nothing', async () => {
  const { WORKBOOK_JUDGE: file } = await loadsAhead()
  expect(Object.keys(await import(file!))).toEqual([])
  const laidDown = globalThis.workbookJudge
  delete globalThis.workbookJudge
  expect(Object.keys(laidDown!.support).toSorted()).toEqual(Object.keys(support).toSorted())
})

test('a worker loads that file, and no other of what judges', async () => {
  writeFileSync(bench.file, `console.log(Reflect.get(globalThis, 'mark'))\n${bench.solution}`)
  expect((await bench.check()).verdict).toMatchObject({ status: 'passed', output: 'undefined\n' })
  const [kept, ...others] = chunks()
  expect(others).toEqual([])
  // What is in the file counts, not what it was made of.
  const code = readFileSync(kept!, 'utf8')
  writeFileSync(kept!, `globalThis.mark = 'loaded ahead'\n${code}`)
  const { verdict } = await bench.check()
  expect(verdict).toMatchObject({ status: 'passed', output: 'loaded ahead\n' })
})

test("a file that is broken, or can't be kept, does not keep an answer from being judged", async () => {
  writeFileSync(bench.file, bench.solution)
  await bench.check()
  writeFileSync(chunks()[0]!, 'const = 1')
  expect((await bench.check()).verdict.status).toBe('passed')
  rmSync(folder(), { recursive: true })
  writeFileSync(folder(), 'in the way')
  expect((await bench.check()).verdict.status).toBe('passed')
})

// --- internal ---

function folder(): string {
  return path.join(bench.checkout.root, '.workbook', 'door', 'test-support-ahead-ts')
}

function chunks(): string[] {
  const names = readdirSync(folder()).filter((name) => name.endsWith('.js'))
  return names.map((name) => path.join(folder(), name))
}
