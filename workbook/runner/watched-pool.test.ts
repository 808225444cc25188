import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { answerBench } from '../testing/check-answer.ts'

const bench = answerBench()

beforeAll(async () => {
  writeFileSync(bench.file, bench.solution)
  writeFileSync(at('count.mjs'), countWorkers)
  await check()
})

test('a command starts its worker ahead, as the last one was started, and needs no other', async () => {
  expect(await check()).toEqual({ status: 'passed', workers: 1 })
})

test('a worker that was started in another way is not used', async () => {
  const note = JSON.parse(readFileSync(noteFile(), 'utf8'))
  writeFileSync(noteFile(), JSON.stringify({ ...note, env: { ...note.env, OTHER: 'yes' } }))
  expect(await check()).toEqual({ status: 'passed', workers: 2 })
  // And the note is right again.
  expect(await check()).toEqual({ status: 'passed', workers: 1 })
})

test.each(['{}', '[]', '{"distPath":"/nowhere","execArgv":["--no-such-option"],"env":{}}', '{'])(
  'a note that is broken delays nothing: %s',
  async (text) => {
    writeFileSync(noteFile(), text)
    expect(await check()).toMatchObject({ status: 'passed' })
    expect(JSON.parse(readFileSync(noteFile(), 'utf8'))).toMatchObject({ env: { VITEST: 'true' } })
  },
)

// --- internal ---

/** Loaded by each process of a command: a worker leaves a line. */
const countWorkers = `
import { appendFileSync } from 'node:fs'
if (/[\\\\/]workers[\\\\/]forks\\.js$/.test(process.argv[1])) appendFileSync(process.env.WORKERS, process.pid + '\\n')`

/** Checks the right answer; how many workers that took. */
async function check() {
  writeFileSync(at('workers.txt'), '')
  const { verdict } = await bench.check({
    NODE_OPTIONS: `--import "${pathToFileURL(at('count.mjs')).href}"`,
    WORKERS: at('workers.txt'),
  })
  const workers = readFileSync(at('workers.txt'), 'utf8').trim().split('\n').length
  return { status: verdict.status, workers }
}

function at(name: string): string {
  return path.join(bench.checkout.root, '..', name)
}

function noteFile(): string {
  return path.join(bench.checkout.state, 'worker.json')
}
