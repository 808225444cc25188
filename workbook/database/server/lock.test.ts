import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { faultTable } from '../../testing/fault-table.ts'

const tells = faultTable()

const lock = new URL('./lock.ts', import.meta.url).href
const read = 'JSON.parse(fs.readFileSync(file))'

/** Runs a script that has `lockState`, `fs` and `file`. */
function run(folder: string, script: string) {
  const file = path.join(folder, 'counter')
  const head = `import { lockState } from '${lock}'; import fs from 'node:fs'; const file = ${JSON.stringify(file)};`
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', head + script]
  const child = spawn(process.execPath, args, {
    env: { ...process.env, WORKBOOK_STATE: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, ended: once(child, 'close') }
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workbook lock '))
  await writeFile(path.join(folder, 'counter'), '0')
  return folder
}

test('many processes, some of them killed in the middle, never hold the lock together', async () => {
  const folder = await makeFolder()
  // Each adds to a counter in two steps that others could disturb.
  const add = `for (let i = 0; i < 20; i++) {
    const lock = await lockState(); const n = ${read};
    await new Promise((r) => setTimeout(r, 1)); fs.writeFileSync(file, String(n + 1)); lock[Symbol.dispose]() }`
  const die = `await lockState(); process.kill(process.pid, 'SIGKILL')`
  const all = [add, die, add, die, add, die, add].map((script) => run(folder, script))
  await Promise.all(all.map(({ ended }) => ended))
  expect(await readFile(path.join(folder, 'counter'), 'utf8')).toBe('80')
  await rm(folder, { recursive: true })
  tells('one at a time')
})

test('waiting is given up when the signal aborts', async () => {
  const folder = await makeFolder()
  const holder = run(folder, `await lockState(); console.log('held'); setInterval(() => {}, 1000)`)
  await once(holder.child.stdout, 'data')
  const waiter = run(
    folder,
    `const signal = AbortSignal.timeout(300); await lockState({ signal }).catch((e) => console.log(e.name))`,
  )
  const [text] = await once(waiter.child.stdout, 'data')
  expect(String(text)).toMatch(/AbortError|TimeoutError/)
  holder.child.kill('SIGKILL')
  await holder.ended
  await rm(folder, { recursive: true })
})
