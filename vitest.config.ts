import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { answersPlugin } from './workbook/vitest/answers-plugin.ts'
import { watchedPool } from './workbook/vitest/watched-pool.ts'

const specs = {
  include: ['test/[0-9]*/*.spec.ts'],
  globalSetup: './workbook/vitest/global-setup.ts',
  pool: watchedPool,
  // A test's own limit is in test/support/exercise.ts; this one is the last resort.
  testTimeout: 20_000,
  hookTimeout: 10_000,
}

const { WORKBOOK_REPORTS } = process.env

export default defineConfig({
  test: {
    // For .ci/run, which counts what really ran.
    reporters: WORKBOOK_REPORTS
      ? ['default', ['json', { outputFile: path.join(WORKBOOK_REPORTS, `${process.pid}.json`) }]]
      : ['default'],
    projects: [
      // The student's files: what plain `npx vitest` runs.
      { test: { ...specs, name: 'lessons' } },
      // The same specs on our solutions.
      { test: { ...specs, name: 'solutions', isolate: false }, ssr: { resolve: { conditions: ['solution'] } } },
      // The same specs on known wrong answers, other right answers and stubs.
      {
        plugins: [answersPlugin()],
        test: {
          ...specs,
          name: 'answers',
          include: ['test/[0-9]*/*.{mistakes,alternatives}/*.ts', 'solutions/[0-9]*/*.ts'],
          isolate: false,
        },
      },
      // Every fence of every page, against the server.
      // `npm test -- -u` writes the results that came back into the pages.
      {
        test: {
          ...specs,
          name: 'pages',
          include: ['test/pages.test.ts'],
          env: process.argv.includes('-u') ? { UPDATE_PAGES: '1' } : {},
        },
      },
      // What holds before a student edits anything.
      { test: { name: 'repository', include: ['test/repository.test.ts'] } },
      // The machinery's own tests.
      {
        test: {
          name: 'workbook',
          include: ['workbook/**/*.test.ts', 'test/support/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'browser', include: ['workbook/**/*.browser.test.ts'], testTimeout: 60_000, hookTimeout: 120_000 } },
    ],
  },
})
