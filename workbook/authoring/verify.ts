import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { findExercises, type Exercise } from '../content/lessons.ts'
import { changedNow } from '../mutants/changed.ts'
import { displayPath, root } from '../paths.ts'
import { renderError } from '../terminal/error.ts'
import { filesOf, gapsOf } from './gaps.ts'

// `npm run verify`: everything. `npm run verify -- ddl/create-tables`, or a lesson: these exercises completely, in seconds.

const [query] = process.argv.slice(2)
try {
  process.exitCode = query ? await verify(findExercises(query)) : await verifyAll()
} catch (error) {
  console.error(renderError(error))
  process.exitCode = 2
}

// --- internal ---

/** All that needs no server, side by side: each uses one processor. What they print comes in this order. */
function checks(): Record<string, string[]> {
  return {
    format: [packageFile('oxfmt/bin/oxfmt'), '--check'],
    lint: [packageFile('oxlint/bin/oxlint'), '--deny-warnings'],
    types: [packageFile('vue-tsc/bin/vue-tsc.js'), '--noEmit'],
    'types of the solutions': [
      packageFile('vue-tsc/bin/vue-tsc.js'),
      '--noEmit',
      '--customConditions',
      'solution',
    ],
    'dead code': [packageFile('knip/bin/knip.js')],
  }
}

async function verifyAll(): Promise<number> {
  const running = Object.entries(checks()).map(([name, args]) => ({
    name,
    result: runSilently(args),
  }))
  let failed = false
  for (const { name, result } of running) {
    const { code, output } = await result
    console.log(`${name}: ${code === 0 ? 'holds' : `wrong\n${output}`}`)
    failed ||= code !== 0
  }
  if (failed) return 1
  // As npm's own process runs it; a shell would differ from system to system.
  return run([process.env.npm_execpath!, 'test', '--', '--project', 'repository'])
}

async function verify(exercises: Exercise[]): Promise<number> {
  const gaps = [...new Set(exercises.flatMap(gapsOf))]
  const files = exercises.flatMap(filesOf).map(displayPath)
  const failed: string[] = []
  const step = async (name: string, args: string[], env = {}) => {
    if ((await run(args, env)) !== 0) failed.push(name)
  }
  await step('format', [packageFile('oxfmt/bin/oxfmt'), '--check', ...files])
  await step('lint', [packageFile('oxlint/bin/oxlint'), '--deny-warnings', ...files])
  await step('tests', [packageFile('vitest/vitest.mjs'), 'run', ...testsOf(exercises)], {
    VERIFY: exercises.map(({ key }) => key).join(' '),
  })
  const changed = changedNow(exercises)?.map(({ id }) => id)
  if (!changed) console.log('Mutants were not run: only git can tell which exercises have changed.')
  else if (changed.length > 0) {
    const mutants = path.join(root, 'workbook', 'mutants', 'mutants.ts')
    await step('mutants', [path.join(root, 'workbook', 'run.js'), mutants, ...changed])
  }
  for (const gap of gaps) console.log(`- ${gap}`)
  console.log(
    `${gaps.length} to be written, ${failed.length === 0 ? 'all else holds' : `wrong: ${failed.join(', ')}`}`,
  )
  return gaps.length + failed.length === 0 ? 0 : 1
}

/** The spec on the solution and on all answers and the stub, the lesson's pages, the compiler's part. */
function testsOf(exercises: Exercise[]): string[] {
  const projects = ['solutions', 'answers', 'pages', 'types'].flatMap((name) => ['--project', name])
  const own = exercises.flatMap(({ key }) => [`test/${key}.`, `solutions/${key}.`])
  return [...projects, ...own, 'test/pages.test.ts', 'test/types.test.ts']
}

async function runSilently(args: string[]): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const [[code], ...printed] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ])
  return { code: code ?? 1, output: printed.join('') }
}

function packageFile(file: string): string {
  return path.join(root, 'node_modules', ...file.split('/'))
}

async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}
