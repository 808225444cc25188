import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../paths.ts'
import { specs } from '../runner/specs.ts'

/** A folder with one empty spec and nothing else: what Vitest costs by itself. */
export interface EmptySpec {
  /** `vitest run`, to its end. Milliseconds. */
  run(): Promise<number>
  /** Starts `vitest watch`; resolves when its first run is over. */
  watch(): Promise<{ save(): Promise<number> } & AsyncDisposable>
}

/** @param folder of the bench's own, inside the checkout's tree of packages */
export function emptySpec(folder: string, config = 'export default {}'): EmptySpec {
  mkdirSync(folder, { recursive: true })
  const spec = path.join(folder, 'empty.spec.ts')
  writeFileSync(path.join(folder, 'vitest.config.ts'), `${config}\n`)
  writeEmpty(spec)
  const vitest = (...args: string[]) =>
    spawn(process.execPath, [path.join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args], {
      cwd: folder,
    })
  return {
    async run() {
      const started = performance.now()
      const child = vitest('run')
      child.stdout.resume()
      await once(child, 'close')
      return performance.now() - started
    },
    async watch() {
      const child = vitest('watch')
      await nextLine(child, /Tests .*1 passed/)
      let count = 0
      return {
        async save() {
          const done = nextLine(child, /Tests .*1 passed/)
          const started = performance.now()
          writeEmpty(spec, `// ${++count}`)
          await done
          return performance.now() - started
        },
        async [Symbol.asyncDispose]() {
          child.kill()
        },
      }
    },
  }
}

/** So many empty specs, in workers that they share. */
export function emptySpecs(folder: string, count: number): Pick<EmptySpec, 'run'> {
  const config = `export default { test: { isolate: false, pool: 'forks', maxWorkers: ${specs.maxWorkers} } }`
  const { run } = emptySpec(folder, config)
  for (let number = 1; number < count; number++) writeEmpty(path.join(folder, `${number}.spec.ts`))
  return { run }
}

/** Resolves with the match when the child has printed such a line from now on; rejects when it ends first. */
export function nextLine(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let output = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk
      const match = pattern.exec(output)
      if (match) {
        child.stdout!.off('data', read)
        child.stderr!.off('data', read)
        child.off('close', fail)
        resolve(match)
      }
    }
    const fail = () => reject(new Error(`It ended before it printed ${pattern}:\n${output}`))
    child.stdout!.on('data', read)
    child.stderr!.on('data', read)
    child.once('close', fail)
  })
}

// --- internal ---

function writeEmpty(file: string, line = ''): void {
  writeFileSync(file, `import { test } from 'vitest'\ntest('empty', () => {})\n${line}\n`)
}
