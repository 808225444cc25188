import path from 'node:path'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { answersPlugin } from './workbook/runner/answers-plugin.ts'
import { judgeGuard } from './workbook/runner/judge-guard.ts'
import { SlowFirst } from './workbook/runner/slow-first.ts'
import { specs } from './workbook/runner/specs.ts'
import { patience, testPatience } from './workbook/testing/patience.ts'

const { WORKBOOK_REPORTS } = process.env
const { argv } = process

const slow = {
  testTimeout: testPatience,
  hookTimeout: testPatience,
  teardownTimeout: patience,
  expect: { poll: { timeout: patience } },
}

/** In one queue with the specs: both wait a good deal, and neither then waits for the other's last file. */
const together = { maxWorkers: specs.maxWorkers, sequence: specs.sequence }

/** `npm test -- -u` writes what came back into the pages. */
const update = { env: argv.includes('-u') ? { UPDATE_PAGES: '1' } : {} }

/** Hundreds of specs in one process make a good deal of garbage: collected less often, it takes less of their time. */
const many = {
  ...specs,
  isolate: false,
  execArgv: [...specs.execArgv, '--max-semi-space-size=64'],
}

/** The student's files: what plain `npx vitest` and an editor's extension run. */
const lessons = { plugins: [judgeGuard()], test: { ...specs, name: 'lessons' } }

/** The project's own tests, run by name (`--project`). */
const own: TestProjectConfiguration[] = [
  // The same specs on our solutions.
  {
    test: { ...many, name: 'solutions' },
    ssr: { resolve: { conditions: ['solution'] } },
  },
  // The same specs on known wrong answers, other right answers and stubs.
  {
    plugins: [answersPlugin(), judgeGuard()],
    test: {
      ...many,
      name: 'answers',
      // Mistakes that only the compiler sees are judged in test/types.test.ts.
      include: [
        'test/[0-9]*/*.{mistakes,alternatives}/!(*.types).{ts,sql}',
        'solutions/[0-9]*/*.{ts,sql}',
      ],
    },
  },
  // Every fence of every page, against the server.
  {
    test: {
      ...specs,
      name: 'pages',
      include: ['test/{pages,ideas}.test.ts'],
      ...update,
    },
  },
  // What holds before a student edits anything.
  {
    test: {
      ...slow,
      name: 'repository',
      include: ['test/{repository,coverage,rooms,style}.test.ts'],
    },
  },
  // What only the compiler sees.
  { test: { ...slow, ...together, name: 'types', include: ['test/types.test.ts'] } },
  // The machinery's own tests.
  {
    test: {
      ...slow,
      ...together,
      ...update,
      name: 'workbook',
      include: ['workbook/**/*.test.ts', 'test/support/*.test.ts'],
      exclude: ['**/*.{browser,engine,cluster,soak}.test.ts'],
    },
  },
  // With Chromium, beside which there is time for one more.
  {
    test: {
      ...slow,
      ...update,
      name: 'browser',
      globalSetup: './workbook/testing/site-folder.ts',
      include: ['workbook/**/*.browser.test.ts'],
      maxWorkers: 2,
    },
  },
  // Hundreds of saves in one session: minutes.
  {
    test: {
      ...slow,
      ...update,
      name: 'soak',
      include: ['workbook/**/*.soak.test.ts'],
      testTimeout: 10 * testPatience,
    },
  },
  // With a Docker engine.
  { test: { ...slow, name: 'engine', include: ['workbook/**/*.engine.test.ts'] } },
  // With three servers in a group and MySQL Router, on Debian or Ubuntu.
  { test: { ...slow, name: 'cluster', include: ['workbook/**/*.cluster.test.ts'] } },
]

export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    // For .ci/run, which counts what really ran.
    reporters: WORKBOOK_REPORTS
      ? ['default', ['json', { outputFile: path.join(WORKBOOK_REPORTS, `${process.pid}.json`) }]]
      : ['default'],
    projects: argv.some((arg) => arg.startsWith('--project')) ? [lessons, ...own] : [lessons],
  },
})
