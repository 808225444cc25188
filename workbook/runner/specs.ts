import { fileURLToPath, pathToFileURL } from 'node:url'
import { watchedPool } from './watched-pool.ts'

/** How specs are run, no matter who runs them: the runner, plain `npx vitest`, the project's own tests. */
export const specs = {
  include: ['test/[0-9]*/*.spec.ts'],
  globalSetup: besides('./global-setup.ts'),
  setupFiles: [besides('../../test/support/before-answer.ts')],
  pool: watchedPool,
  // Specs wait (for locks, for things that never come) more than they compute: a few at once, after everything else.
  maxWorkers: 4,
  sequence: { groupOrder: 1 },
  // A memory bomb ends its worker, in megabytes, before it takes down the machine.
  execArgv: ['--max-old-space-size=512', '--import', pathToFileURL(besides('./preload.js')).href],
  // For our pages and known answers: a student's tests have their own limit, in test/support/exercise.ts.
  testTimeout: 300_000,
  hookTimeout: 60_000,
}

// --- internal ---

function besides(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url))
}
